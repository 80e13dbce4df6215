"""Whose stance a word shows: the speaker's of the statement it opens or stands in, else that of its subject or owner."""

from communique.extract.holders import Holder, holder_at, holder_of
from communique.extract.readings import Stage
from communique.extract.stance_words import Stancer, subject_of
from communique.extract.tree import own_subject
from communique.model import Body


def whose(stage: Stage, verb: int, stancer: Stancer, number: int | None) -> tuple[Holder, int | None]:
    """Whose stance it is, and the statement that carries it."""
    floor, body = stage.floor, stage.body
    subject = _subject(body, stancer, verb)
    if subject is not None and _may_be_the_thing(stage, verb, subject):
        return (), None
    told = holder_of(floor.said[number].speaker) if number is not None else ()
    if told:
        return told, number
    inside = floor.inside.get(stancer.head)
    if subject is None:
        return (), None
    if inside is None or _is_aside(stage, verb, inside):
        return holder_at(body, stage.cast, subject), None
    speaker = holder_of(floor.said[inside].speaker)
    return (speaker, inside) if is_own(stage, subject, speaker, inside) else ((), None)


def _may_be_the_thing(stage: Stage, verb: int, subject: int) -> bool:
    """True for "it" in a clause of reason, which may as well mean the thing judged: opposes the film because [it] favours war."""
    body, above = stage.body, stage.body.heads[verb]
    reason = any(body.lower[c] in stage.lexicon.words["reason_marks"] for c in body.dependents(verb, "mark"))
    return reason and body.lower[subject] == "it" and bool(body.dependents(above, "dobj", "nsubjpass"))


def _subject(body: Body, stancer: Stancer, verb: int) -> int | None:
    """Who favours or opposes, as the tree has it."""
    if stancer.word.pos == "noun":
        return _owner(body, stancer)
    return subject_of(body, verb) if stancer.word.pos == "verb" else _who_is(body, stancer, verb)


def _is_aside(stage: Stage, verb: int, number: int) -> bool:
    """True for a relative clause that describes what somebody is for or against: backs the reform, which [Ruritania opposes]."""
    said = stage.floor.said[number].attribution
    cue = stage.found.get(said.cue_head) if said.cue_head is not None else None
    return stage.body.deps[verb] == "relcl" and said.manner == "indirect" and cue is not None and cue.word.effect in ("for", "against")


def _who_is(body: Body, stancer: Stancer, verb: int) -> int | None:
    """Who is for or against: the subject of the copula; of "its position against" the owner."""
    head = body.heads[stancer.head]
    return _owner(body, stancer._replace(head=head)) if body.tags[head].startswith("NN") else own_subject(body, verb)


def _owner(body: Body, stancer: Stancer) -> int | None:
    """Whose call, rejection, support it is: "its", "Moscow's", or the subject of the verb whose object it is."""
    if stancer.word.case == "side":
        return _sided(body, stancer.head)
    owner, verb = next(iter(body.dependents(stancer.head, "poss")), None), body.heads[stancer.head]
    expressed = body.deps[stancer.head] == "dobj" and body.tags[verb].startswith("VB")
    subject = subject_of(body, verb) if expressed else None
    return subject if owner is None or (body.tags[owner] == "PRP$" and subject is not None) else owner


def _sided(body: Body, noun: int) -> int | None:
    """Who is a critic or supporter: the subject of "is one of the critics", the name it is set beside."""
    while body.deps[noun] in ("pobj", "prep"):
        noun = body.heads[noun]
    return body.heads[noun] if body.deps[noun] == "appos" else own_subject(body, body.heads[noun]) if body.deps[noun] == "attr" else None


def is_own(stage: Stage, subject: int, speaker: Holder, number: int) -> bool:
    """True where a subject inside somebody's words is the speaker: "we", "our country", the country by name, "it" in reported words."""
    body, words = stage.body, stage.lexicon.words
    possessive = body.dependents(subject, "poss")
    if body.lower[subject] in words["first_person"]:
        return True
    if any(body.lower[c] in words["first_person"] for c in possessive):
        return _is_side(stage, subject)
    reported = stage.floor.said[number].attribution.manner != "direct" and body.quotation_of[subject] < 0
    if reported and any(body.tags[c] == "PRP$" for c in possessive):
        return _is_side(stage, subject) and _is_first(stage, subject, number)  # his country
    if body.lower[subject] in words["pronouns"]:
        return reported and _is_first(stage, subject, number)
    return bool(speaker) and holder_at(body, stage.cast, subject) == speaker


def _is_side(stage: Stage, noun: int) -> bool:
    """ "Our country", "his government"."""
    word = stage.body.lower[noun]
    return word in stage.cast.governments or word in stage.lexicon.words["stance_own"]


def _is_first(stage: Stage, subject: int, number: int) -> bool:
    """True for a pronoun before which no other is spoken of in the content."""
    first, _ = stage.floor.ranges[number][0]
    return not any(t in stage.cast.at and stage.cast.at[t].sort != "adjective" for t in range(first, subject))
