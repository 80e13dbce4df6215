"""Codings as JSON Lines, their JSON Schema, and ids that survive a re-coding."""

from communique.record.ids import stable_id
from communique.record.jsonl import from_json, to_json
from communique.record.schema import schema

__all__ = ["from_json", "schema", "stable_id", "to_json"]
