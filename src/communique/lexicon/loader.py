"""The files of the lexicon -> one checked, frozen `Lexicon`."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from communique.errors import LexiconError
from communique.lexicon import files, rows
from communique.lexicon.agreement import check_agreement
from communique.lexicon.checking import OPTIONAL, Key, key_of, record_from, refusal
from communique.lexicon.entries import Language, Lexicon, Outlet, WordList
from communique.lexicon.files import LANGUAGES, OUTLETS, SHIPPED, TABLES, Source, Table
from communique.lexicon.parsing import parse
from communique.model import Record

Entries = dict[Key, Record]


def load(language: str = "en", folder: Path | None = None) -> Lexicon:
    """The words of a language and the names of the world.

    `folder` may hold files named like ours (cues.yaml, countries.yaml ...): an entry with the key of one of ours replaces it, others
    are added, one with nothing but its key and `remove: true` takes ours away. Raises `LexiconError` where a file is malformed. Without
    a folder it is read once a process.
    """
    return load_shipped(language) if folder is None else assemble(language_called(language), folder)


@cache
def load_shipped(language: str) -> Lexicon:
    """The lexicon as it comes with the package."""
    return assemble(language_called(language), None)


@cache
def languages() -> tuple[Language, ...]:
    """The languages there are words for, in the order of languages.yaml."""
    _, entries = shipped(Source(LANGUAGES, SHIPPED / LANGUAGES.name))
    return tuple(language for language in entries.values() if isinstance(language, Language))


@cache
def outlets() -> tuple[Outlet, ...]:
    """The outlets and wires that are known by name, of our own list alone, which takes a hundredth of the time of reading all words."""
    ours, *_ = files.sources_of(OUTLETS, language_called("en"), None)
    _, entries = shipped(ours)
    return tuple(outlet for outlet in entries.values() if isinstance(outlet, Outlet))


def language_called(code: str) -> Language:
    """The language with this code."""
    for language in languages():
        if language.code == code:
            return language
    there = ", ".join(f"{language.code} ({language.name})" for language in languages())
    raise LexiconError(f"no lexicon for language {code!r}; there is {there}; docs/how-to tells how to add one")


def assemble(language: Language, folder: Path | None) -> Lexicon:
    """Read every table, ours first, then the user's over it."""
    if folder is not None:
        files.check_folder(folder)
    texts: dict[Source, str] = {}
    read: dict[Table, tuple[Any, ...]] = {}
    for table in TABLES:
        ours, *theirs = files.sources_of(table, language, folder)
        texts[ours], entries = shipped(ours)
        for source in theirs:
            texts[source] = text_of(source)
            entries = merge(entries, source, texts[source])
        read[table] = tuple(entries.values())
    lexicon = lexicon_of(language, read, hash_of(texts))
    check_agreement(lexicon)
    return lexicon


@cache
def shipped(source: Source) -> tuple[str, Entries]:
    """The text and the entries of a file of ours, which does not change under us."""
    text = text_of(source)
    return text, merge({}, source, text)


def text_of(source: Source) -> str:
    """A file's text, without byte order mark and with `\\n` line ends, so that every checkout hashes the same."""
    try:
        return source.path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise LexiconError(f"{source.path}: no such file; every language needs its own {source.table.name}") from None
    except UnicodeDecodeError as error:
        raise LexiconError(f"{source.path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None


def merge(before: Entries, source: Source, text: str) -> Entries:
    """The entries before, with those of one file laid over them."""
    after, seen = dict(before), dict[Key, int]()
    for index, entry in enumerate(rows.parse(text, source) if source.path.suffix == ".csv" else parse(text, source)):
        record = None if is_removal(entry, source) else record_from(entry, index, text, source)
        key = key_of(entry if record is None else record, source.table)
        if key in seen:
            raise refusal(f"this entry stands already as entry {seen[key] + 1}; keep one", entry, index, text, source)
        seen[key] = index
        if record is not None:
            after[key] = record
        elif after.pop(key, None) is None:
            fields = " and ".join(f"`{field}`" for field in source.table.key)
            raise refusal(f"nothing to remove: no entry of ours has this {fields}", entry, index, text, source)
    return after


def is_removal(entry: Any, source: Source) -> bool:
    """True for a user's `{<key fields>, remove: true}`."""
    if not source.users or not isinstance(entry, dict) or entry.get("remove") is not True:
        return False
    return entry.keys() - OPTIONAL == {*source.table.key, "remove"} - OPTIONAL.keys() and entry.keys() <= {*source.table.key, "remove"}


def hash_of(texts: dict[Source, str]) -> str:
    """SHA-256 over the files read, each under its name, in the order of `TABLES`, the user's after ours; languages.yaml holds no words."""
    total = hashlib.sha256()
    for source, text in texts.items():
        content = text.encode()
        total.update(f"{'user' if source.users else 'ours'} {source.path.name} {len(content)}\n".encode() + content)
    return total.hexdigest()


def lexicon_of(language: Language, read: dict[Table, tuple[Any, ...]], sha256: str) -> Lexicon:
    """The tables under the names the program knows them by."""
    lists: tuple[WordList, ...] = read[files.WORDS]
    return Lexicon(
        language=language.code,
        cues=read[files.CUES],
        marks=read[files.MARKS],
        roles=read[files.ROLES],
        countries=read[files.COUNTRIES],
        organisations=read[files.ORGANISATIONS],
        outlets=read[files.OUTLETS],
        words={words.name: frozenset(words.words) for words in lists},
        signs=read[files.SIGNS],
        dates=read[files.DATES],
        dated_terms=read[files.DATED_TERMS],
        domains=read[files.DOMAINS],
        given_names=read[files.GIVEN_NAMES],
        family_names=read[files.FAMILY_NAMES],
        name_traditions=read[files.NAME_TRADITIONS],
        sha256=sha256,
        commitments=read[files.COMMITMENTS],
        actors=read[files.ACTORS],
        stances=read[files.STANCES],
        issues=read[files.ISSUES],
        grounds=read[files.GROUNDS],
        precision=read[files.PRECISION],
        events=read[files.EVENTS],
        event_classes=read[files.EVENT_CLASSES],
        contexts=read[files.CONTEXTS],
    )
