"""The steps that make a ledger's tables: `NNNN_name.sql` for both databases, `NNNN_name.sqlite.sql` for one."""
