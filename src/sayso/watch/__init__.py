"""Keeps reading feeds into the ledger."""
