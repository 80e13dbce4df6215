"""Stances of speakers shown by verdicts on a thing, by what must be, and by what their side will not do."""

from collections.abc import Iterator

from communique.extract.bearers import is_own
from communique.extract.holders import holder_of
from communique.extract.issue_names import settled_name
from communique.extract.issues import phrase_of
from communique.extract.moods import is_open
from communique.extract.readings import Reading, Stage, evidence_of, is_no_issue, reach
from communique.extract.stance import Judged, is_negated, judged
from communique.extract.stance_words import Stancer, clauses_of, is_passive
from communique.extract.tree import hull, own_subject
from communique.model import Body


def verdict(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    """ "The embargo is illegal", "a violation of", "called the raid a crime": said of a thing by whoever speaks."""
    body, number = stage.body, stage.floor.inside.get(token)
    if number is None:
        return
    if body.deps[token] in ("amod", "conj") and stancer.word.effect == "bad" and body.tags[token].startswith(("JJ", "VB")):
        yield from _described(stage, token, number)
    verb, subject = _on_what(stage, stancer, number)
    holder = holder_of(stage.floor.said[number].speaker)
    if subject is None or not holder or is_open(body, verb, stage.lexicon.words, reach(stage, token), prescribes=True):
        return
    denied = is_negated(body, verb)
    if (denied and stancer.word.denied == "nothing") or is_no_issue(stage, subject) or _is_need(stage, subject):
        return
    thing = judged(body, stage.found, subject, stancer.turn * (-1 if denied else 1))
    if thing is not None:
        words = hull(((verb, verb + 1), (token, stancer.last + 1)))
        evidence = evidence_of(body, words, phrase_of(body, thing.head, stage.lexicon.words))
        yield Reading(holder, thing, evidence, number, stancer.word.case or "verdict", 0.6, verb=verb, word=token)


def _is_need(stage: Stage, subject: int) -> bool:
    """True for "the need to lift the embargo", of which a verdict says nothing: it "is a matter of concern"."""
    return subject in stage.found and stage.found[subject].word.case == "stress"


def _on_what(stage: Stage, stancer: Stancer, number: int) -> tuple[int, int | None]:
    """The verb of a verdict and the thing it is passed on; of "it is time to leave" the clause."""
    body, token = stage.body, stancer.head
    participle = stancer.word.pos == "adjective" and bool(body.dependents(token, "auxpass"))  # "was justified"
    verb, subject = (token, own_subject(body, token)) if participle else _judged_subject(stage, _predicate(body, stancer))
    subject = _small_subject(stage, number, token) if subject is None else subject
    if subject is not None and body.lower[subject] == "it":
        infinitive = next((c for t in (token, verb) for c in clauses_of(body, t)), None)
        return verb, infinitive or next((c for t in (token, verb) for c in _that_clauses(stage, t)), subject)
    return verb, None if stancer.word.case == "must" else subject


def _that_clauses(stage: Stage, token: int) -> Iterator[int]:
    """Verbs of what "it" stands for that end or keep a thing: high time that the embargo be [lifted], that it has been [going] on."""
    body = stage.body
    for clause in body.dependents(token, "ccomp", "advcl", "acl", "relcl"):
        marked = clause > token and any(body.lower[c] == "that" and body.deps[c] == "mark" for c in body.children[clause])
        if marked and clause in stage.found and stage.found[clause].word.effect in ("ends", "keeps"):
            yield clause


def _described(stage: Stage, token: int, number: int) -> Iterator[Reading]:
    """ "The unjust embargo": an adjective before the name of a settled issue."""
    body = stage.body
    while body.deps[token] == "conj" and body.tags[body.heads[token]].startswith("JJ"):
        token = body.heads[token]
    head = body.heads[token]
    holder = holder_of(stage.floor.said[number].speaker)
    if body.deps[token] != "amod" or not holder or settled_name(stage, head) is None:
        return
    if not is_open(body, head, stage.lexicon.words, reach(stage, token), prescribes=True):
        yield Reading(holder, Judged(head, -1), (token, head + 1), number, "described", 0.5)


def modal(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    """What must or should be, and what the speaker's side will not do: must [be lifted], will not [lift]."""
    body, number, subject, words = stage.body, stage.floor.inside.get(token), own_subject(stage.body, token), stage.lexicon.words
    if number is None or subject is None or is_open(body, token, words, reach(stage, token), prescribes=True):
        return
    holder = holder_of(stage.floor.said[number].speaker)
    case = _mode(stage, token, subject, number)
    thing = judged(body, stage.found, token, 1) if holder and case else None
    named = bool(body.dependents(token, "acomp", "oprd"))  # "should be held responsible"
    if case and thing is not None and thing.head != token and not named and not is_no_issue(stage, thing.head):
        evidence = evidence_of(body, (token, stancer.last + 1), phrase_of(body, thing.head, words))
        yield Reading(holder, thing, evidence, number, case, 0.6)


def _mode(stage: Stage, verb: int, subject: int, number: int) -> str | None:
    """ "must" for what somebody else has to do, "refusal" for what the speaker's side will not."""
    body, words = stage.body, stage.lexicon.words
    modals = {body.lower[c] for a in (verb, *body.dependents(verb, "auxpass")) for c in body.dependents(a, "aux") if body.tags[c] == "MD"}
    holder = holder_of(stage.floor.said[number].speaker)
    if modals & words["stance_intentions"] and is_negated(body, verb) and is_own(stage, subject, holder, number):
        return "refusal"
    return "must" if modals & words["stance_modals"] and body.lower[subject] not in words["first_person"] else None


def _predicate(body: Body, stancer: Stancer) -> int:
    """The head of the predicate a verdict belongs to: a vital [step], illegal and [void]. "A legal question" is no verdict."""
    token = stancer.head
    describes = stancer.word.effect == "bad" or stancer.last > token
    labels = ("amod", "compound", "nmod") if describes else ()
    while body.deps[token] in ("conj", *labels) and body.heads[token] != token:
        token = body.heads[token]
    of = body.heads[token]
    if body.deps[token] == "pobj" and body.lower[of] in ("of", "for"):  # of concern, a matter of concern, a cause for concern
        return body.heads[of] if body.deps[body.heads[of]] == "attr" else of
    return token


def _judged_subject(stage: Stage, token: int) -> tuple[int, int | None]:
    """The verb of a verdict and what it is passed on: the subject of its copula; of "called the raid a crime" the object."""
    body, label, verb = stage.body, stage.body.deps[token], stage.body.heads[token]
    if body.tags[token].startswith("VB") and label not in ("oprd", "acomp"):
        goes_on = token if label != "xcomp" else verb  # continues to harm
        return token, None if is_passive(body, token) else own_subject(body, goes_on)
    before = body.lefts[token]
    if "as" in (body.lower[before], body.lower[before - 1]):
        verb = body.heads[verb] if body.lower[verb] == "as" else verb
        verb = body.heads[verb] if body.tags[verb].startswith("NN") else verb
        label = "oprd"
    deems = verb in stage.floor.cued or body.lower[verb] in stage.lexicon.words["stance_deeming"]
    if label == "oprd" and deems:
        return verb, next((c for c in body.dependents(verb, "dobj", "nsubjpass") if c < token), None)
    if label == "ccomp" and deems:
        return verb, own_subject(body, token)
    joined = label in ("acomp", "attr", "dobj", "prep", "oprd") and body.lower[verb] in stage.lexicon.words["stance_copulas"]
    bearer = body.heads[verb] if body.deps[verb] == "xcomp" and own_subject(body, verb) is None else verb  # continues to be a concern
    return verb, own_subject(body, bearer) if joined else None


def _small_subject(stage: Stage, number: int, token: int) -> int | None:
    """The thing in a content without a verb that gives it a name: called [the pact null and void]."""
    body, (first, end) = stage.body, stage.floor.ranges[number][0]
    if stage.floor.said[number].attribution.kind != "speech" or any(body.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, end)):
        return None
    head = next((t for t in range(first, min(token, end)) if body.tags[t].startswith("NN") and body.deps[t] != "compound"), None)
    describes = body.deps[token] in ("amod", "compound") and head is not None and body.heads[token] == head
    return None if describes or body.deps[token] in ("amod", "compound", "pobj") else head
