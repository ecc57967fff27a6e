"""The ledger: everything that was read, kept so that it can be traced to the bytes it came from."""
