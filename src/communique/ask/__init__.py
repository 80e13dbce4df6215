"""Questions to a ledger: one file pair a question, `positions.py` with its words and `positions.sql` with the query.

    parties.py      whom a name or code in a question means
    issues.py       which issues
    days.py         which day, or moment
    question.py     a query with its parameters -> Answer
    chains.py       positions of a holder on an issue in their order: reiterations and shifts
    agreement.py    how far two coders, or coder and machine, agree
    votes.py        what was said beside how it was voted
    ledger.py       the ledger with a method for each question

A new question is a pair of files here, a method in ledger.py and a command in show/cli.
"""

from communique.ask.cite import Cited
from communique.ask.ledger import Ledger
from communique.ask.search import MARKS
from communique.ledger.answer import Answer

__all__ = ["MARKS", "Answer", "Cited", "Ledger"]
