"""Codings as JSON Lines, their JSON Schema, their rows for the ledger, and ids that survive a re-coding."""

from communique.record.ids import stable_id
from communique.record.jsonl import from_json, to_json
from communique.record.rows import hash_of, passage_of, reading_of, rows_of
from communique.record.schema import schema
from communique.record.tables import ReadingRow, Rows

__all__ = ["ReadingRow", "Rows", "from_json", "hash_of", "passage_of", "reading_of", "rows_of", "schema", "stable_id", "to_json"]
