"""Statements that take back a stance and hold no position of their own: "we have dropped our objection to the ban"."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from communique.ask.firmness import pattern, taken_back
from communique.ask.said import Said
from communique.ledger import Ledger
from communique.lexicon import load
from communique.lexicon.agreement import words_of

ARTICLES = ("the ", "a ", "an ", "any ", "this ", "that ")


def withdrawals(ledger: Ledger, holder: str | None, known: Mapping[tuple[str, str], Said]) -> Iterator[Said]:
    """One for each statement in which a holder takes back a stance on an issue that there are positions of his on; it has no evidence."""
    query = files("communique.ask").joinpath("withdrawals.sql").read_text("utf-8")
    for who, day, id, article, outlet, story, actor, names, act, words, passage in ledger.sql(
        query, {"holder": holder, "pattern": pattern()}
    ).fetchall():
        told = taken_back(words)
        if told and is_own(told[0], who):
            for _, issue in (key for key in known if key[0] == who and names_issue(told[2], key[1])):
                yield Said(who, issue, day, told[1], id, id, article, outlet, story, actor, names, act, words, passage, "", "", [])


def is_own(subject: str, holder: str) -> bool:
    """True where a subject of a statement's clause is its speaker's state: "we", or that state's name."""
    lexicon = load()
    country = next((one for one in lexicon.countries if one.code == holder), None)
    own = {"we", "i", "it", *(word.casefold() for word in (words_of(country) if country else ()))}
    return subject.removesuffix(" has").removesuffix(" have").removesuffix(" had").removeprefix("the ") in own


def names_issue(words: str, issue: str) -> bool:
    """True where the words begin with the issue's name, or a phrase for it."""
    phrases = {issue.casefold(), *(alias for one in load().issues if one.issue == issue for alias in one.aliases)}
    bare = next((words.removeprefix(article) for article in ARTICLES if words.startswith(article)), words)
    return any(f"{bare} ".startswith(f"{phrase} ") for phrase in phrases)
