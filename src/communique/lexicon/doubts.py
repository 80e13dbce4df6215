"""What is allowed in a lexicon and yet probably not meant: a slip in a class, two entries for one form, a form nobody writes."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from communique.lexicon.entries import Cue, Lexicon
from communique.lexicon.inflection import forms_of

# one vowel between consonants at the end of a short verb: its last letter is doubled ("quip", "quipped")
_DOUBLES = re.compile(r"(?:[^aeiou]*|qu)[aeiou][^aeiouwxy]")


def doubts(lexicon: Lexicon, ours: Lexicon) -> Iterator[str]:
    """One sentence each on cues that differ from ours; on all where the lexicon is ours."""
    known = frozenset(ours.cues)
    new = [cue for cue in lexicon.cues if cue not in known] if lexicon.sha256 != ours.sha256 else list(lexicon.cues)
    yield from _unknown_groups(new, {cue.group for cue in ours.cues})
    yield from _undoubled(new)
    yield from _shared_forms(new, lexicon.cues)


def _unknown_groups(new: Collection[Cue], known: Collection[str]) -> Iterator[str]:
    """Classes that none of our cues belongs to."""
    for cue in new:
        if cue.group not in known:
            yield f"cue {cue.lemma} ({cue.pos}): no cue of ours is of group {cue.group!r}; ours are {', '.join(sorted(known))}"


def _undoubled(new: Collection[Cue]) -> Iterator[str]:
    """Short verbs whose regular forms look wrong."""
    for cue in new:
        first = cue.lemma.split(maxsplit=1)[0]
        if cue.pos == "verb" and not cue.forms and _DOUBLES.fullmatch(first):
            doubled = f"{first}{first[-1]}"
            yield f"cue {cue.lemma} (verb): is found as {first}ed, {first}ing; if that is wrong, list forms: [{doubled}ed, {doubled}ing]"


def _shared_forms(new: Collection[Cue], every: Collection[Cue]) -> Iterator[str]:
    """Forms that two lemmas of one part of speech share: the frames of both are tried wherever it stands."""
    owners: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for cue in every:
        for form in forms_of(cue.lemma, cue.pos, cue.forms):
            owners[cue.pos, form, cue.lemma.partition(" ")[2]].add(cue.lemma)
    fresh = {(cue.pos, cue.lemma) for cue in new}
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (pos, form, rest), lemmas in owners.items():
        if len(lemmas) > 1 and any((pos, lemma) in fresh for lemma in lemmas):
            shared[pos, " and ".join(sorted(lemmas))].append(f"{form} {rest}".rstrip())
    for (pos, named), forms in shared.items():
        yield f"cues {named} ({pos}) share {', '.join(sorted(forms))}: the frames of both are tried there"
