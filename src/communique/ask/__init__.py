"""Questions to a ledger: one file pair a question, `chains.py` with its words and `chains.sql` with the query."""
