"""Regular English inflection: the forms under which a lemma is met in text."""

_VOWELS = frozenset("aeiou")


def _add_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in _VOWELS else word + "s"


def verb_forms(lemma: str, irregular: tuple[str, ...] = ()) -> frozenset[str]:
    """All forms of a verb: "deny" -> deny, denies, denied, denying; what is irregular is given and added."""
    if lemma.endswith("e"):
        past, participle = lemma + "d", (lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]) + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        past, participle = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, participle = lemma + "ed", lemma + "ing"
    return frozenset({lemma, _add_s(lemma), past, participle, *irregular})


def noun_forms(lemma: str, irregular: tuple[str, ...] = ()) -> frozenset[str]:
    """Singular and plural of a noun."""
    return frozenset({lemma, _add_s(lemma), *irregular})


def forms_of(lemma: str, pos: str, irregular: tuple[str, ...] = ()) -> frozenset[str]:
    """The forms of an entry's first word: those of a verb or a noun, else the word itself."""
    first = lemma.split(maxsplit=1)[0]
    inflect = {"verb": verb_forms, "noun": noun_forms}.get(pos)
    return inflect(first, irregular) if inflect else frozenset({first})
