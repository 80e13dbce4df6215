"""Judgements: what people decide about records, signed and dated, laid over the readings when these are asked for.

judgement.py  one judgement, as it is exported; its id
fields.py     what can be corrected, how it is written, and which columns that gives
written.py    the fields of a record as people would write them
checks.py     whether a judgement makes sense in itself; reading one
rulings.py    what all judgements together say of a record, actor or issue: a function of the set, whatever its order
standing.py   what became of each judgement: it holds, was undone, overruled, or waits for a record that is there no more
store.py      judgements and rulings in the ledger's tables
bench.py      from a decision to the published ledger
"""

from communique.ledger.judging.bench import Bench, Taken
from communique.ledger.judging.checks import read_judgement
from communique.ledger.judging.fields import columns_of
from communique.ledger.judging.judgement import Judgement
from communique.ledger.judging.rulings import Ruling, in_force, rulings
from communique.ledger.judging.standing import Standing, stale, standing
from communique.ledger.judging.written import choices, written

__all__ = [
    "Bench", "Judgement", "Ruling", "Standing", "Taken", "choices", "columns_of", "in_force", "read_judgement", "rulings", "stale",
    "standing", "written",
]  # fmt: skip
