"""The ledger: every coding that was added, in one DuckDB file to be asked in SQL, in Python and by commands. The only importer of DuckDB.

    files.py       the published file, the working copy that is written to, the lock; how one becomes the other
    connection.py  DuckDB opened for reading or for writing, its errors in our words
    migrations/    the schema, in numbered files; migrations.py applies them
    working.py     the working copy: made, taken up again, published
    load.py        the codings of one unit into the tables, in one transaction
    index.py       the full-text index of what was said
    likeness.py    how alike two texts are
    stories.py     articles that repeat one another grouped, and which was the first
    reprints.py    both for the articles of a unit, in its transaction
    writer.py      from lock to published ledger
    judging/       what people decide about records, laid over the readings; marking.py tells the views where to look
    schema.py      what the tables hold, in words
    votes.py       roll calls
    verify.py      whether spans still name the words they were read from
    backup.py      copies, and putting one in the ledger's place
    ledger.py      what users call
    answer.py      rows that answer a question

Why it is so: docs/why/ledger.md.
"""

from communique.ledger.backup import back_up, restore
from communique.ledger.judging import Bench, Judgement, Standing, Taken, choices, columns_of, read_judgement, written
from communique.ledger.ledger import Ledger, Stats
from communique.ledger.load import Added
from communique.ledger.verify import Orphan, Verified
from communique.ledger.votes import record_votes
from communique.ledger.writer import Writer

__all__ = [
    "Added", "Bench", "Judgement", "Ledger", "Orphan", "Standing", "Stats", "Taken", "Verified", "Writer", "back_up", "choices",
    "columns_of", "read_judgement", "record_votes", "restore", "written",
]  # fmt: skip
