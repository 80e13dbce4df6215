"""The ledger: every coding that was added, in one DuckDB file that can be asked in SQL, Python and by commands. The only importer of DuckDB.

    files.py       the published file, the working copy that is written to, the lock; how one becomes the other
    connection.py  DuckDB opened for reading or for writing, its errors in our words
    migrations/    the schema, in numbered files; migrations.py applies them
    load.py        the codings of one unit into the tables, in one transaction
    writer.py      from lock to published ledger
    ledger.py      what users call
"""

from communique.ledger.backup import back_up, restore
from communique.ledger.ledger import Ledger, Stats
from communique.ledger.load import Added
from communique.ledger.verify import Orphan, Verified
from communique.ledger.writer import Writer

__all__ = ["Added", "Ledger", "Orphan", "Stats", "Verified", "Writer", "back_up", "restore"]
