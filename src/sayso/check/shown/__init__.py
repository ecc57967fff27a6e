"""How findings are shown: for a terminal, and as JSON, SARIF and annotations of a code host."""
