"""The REST API: one table of operations, which answers requests and describes itself in OpenAPI."""
