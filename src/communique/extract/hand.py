"""Hand weights: how likely a rule's proposal is a statement, and what speaks against it. What serves where there are no trained weights."""

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene
from communique.extract.sources import Source

NOMINAL = frozenset(f"en.indirect.{case}" for case in ("object", "object-complement", "preposition", "passive", "infinitive"))


def score(scene: Scene, rule: str, cue: FoundCue, content: Content, source: Source | None) -> float:
    """How likely the candidate is a statement as it stands, by hand weights: the rule's own reliability, less without a source.

    Where a noun phrase is all that is said it counts for less that the source is no one who speaks, or that a relative clause only
    describes somebody by it ("the senator who backs the bill").
    """
    body = scene.body
    if source is None:
        return content.score * (0.6 if body.tags[cue.head] == "VBN" else 0.55)
    if rule not in NOMINAL:
        return content.score
    describes = body.deps[cue.head] == "relcl" or (body.deps[cue.head] in ("acl", "amod") and body.tags[cue.head] == "VBN")
    return content.score * (1.0 if scene.can_speak(source.head) else 0.7) * (0.85 if describes else 1.0)


def own_words(scene: Scene, cue: FoundCue, source: Source | None) -> str | None:
    """ "We hope ..." is no report: news does not speak of itself in the first person, and what a quotation says of us is its speaker's."""
    body = scene.body
    pronoun = source is not None and body.tags[source.head].startswith("PRP")
    if pronoun and source is not None and scene.is_first_person(source.head) and body.quotation_of[source.head] < 0:
        return "the speaker's own words, whose quotation marks are lost"
    if source is not None and body.lower[source.head] == "you":
        return "told the reader"
    return "said of oneself inside a quotation" if pronoun and body.quotation_of[cue.head] >= 0 else None
