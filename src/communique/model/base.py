"""The base of every record."""

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen record; every field is written to JSON, unknown ones are refused when read.

    Subclasses repeat `frozen=True` (type checkers ask for it) and document each field.
    """
