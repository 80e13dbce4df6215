"""Questions to a ledger, one a file (or a pair, .sql and .py); they call the ledger's reading API."""
