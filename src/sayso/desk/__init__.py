"""The desk: the ledger in a browser, and as a REST API. Needs `sayso[desk]`."""
