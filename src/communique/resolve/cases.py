"""The cases in which a source is given to a speaker: the name a record's `speaker.rule` ends in, and what it means.

A rule is `<language>.resolve.<case>`; "-home" behind it says that the country is the article's own, "-owner" that
"its" before the office tells it.
"""

CASES: dict[str, str] = {
    "full-name": "The source is a full name; what its titles and appositions anywhere in the article say holds for it.",
    "surname": "The source is a surname (or other part of a name) that one person of the article bears.",
    "state": "The source is a country or an organisation of states as a whole.",
    "seat": "The source is a capital, palace or ministry's street that stands for a government.",
    "body": "The source is an institution: by a list, or by the noun that names it and its country.",
    "institution": "The source is the shorter form of an institution that the article names in full before.",
    "outlet": "The source is a newspaper, agency or broadcaster with no other speaker behind it.",
    "unnamed": "The source is the holder of an office or one of a kind of people, and the article names no one who fits.",
    "role-description": "The source describes the one person of the article whose titles fit; among several, the last speaker.",
    "joint-description": "The source describes several persons together whose titles fit.",
    "sloppy-number": "The source is a plural that only one person fits, who has just spoken.",
    "people": "The source is a kind of people, with the country and role that its words give.",
    "document": "The source is a text, with the speaker that its words name.",
    "document-again": "The source is a text: of whoever issues it in the same sentence, or of the speaker just before.",
    "joint": "The source names several speakers.",
    "continuation": "No one is named: the words go on with those of the statement before.",
    "pronoun-quoted": "I or we in a statement inside another: whoever makes the other.",
    "pronoun-speaker": "He, she or they: the only one who fits among the speakers of the nearest sentence that has any.",
    "pronoun-subject": "He, she or they: the only one who fits among the subjects of the nearest sentence that has any.",
    "pronoun-named": "He or she: the only person named in the sentence before, which has no person as its subject.",
    "pronoun-thing": "It: the state, body or outlet that spoke last or is the only subject of the sentence before.",
}

HOME = "-home"
OWNER = "-owner"
_ADDED = {HOME: "The country is the article's own.", OWNER: 'The country is the state that "its" in the source goes back to.'}


def meaning(rule: str) -> str | None:
    """What a speaker's rule means; None for a name that is none."""
    prefix, _, case = rule.rpartition(".")
    if not prefix.endswith(".resolve"):
        return None
    ending = next((ending for ending in _ADDED if case.endswith(ending)), "")
    words = CASES.get(case.removesuffix(ending))
    return f"{words} {_ADDED[ending]}" if words and ending else words
