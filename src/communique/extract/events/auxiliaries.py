"""PLOVER's auxiliary modes by syntax: denied, still to come, merely possible; None for what is no report of an event at all."""

from communique.extract.tree import is_infinitive, own_subject, sentence
from communique.model import Body

Words = dict[str, frozenset[str]]
Auxiliary = frozenset[str]
PLANNED = "planned"  # beside "future": others have set it, or it is only meant
ATTEMPTED = "attempted"  # tried, not done: an event only where PLOVER counts the attempt
NOTHING: Auxiliary = frozenset()
_CLAUSES = ("xcomp", "conj", "pcomp", "prep", "acl", "oprd", "dep")


def auxiliary_of(body: Body, verb: int, words: Words) -> Auxiliary | None:
    """The modes of the verb an event hangs on; None for questions, aims, and duties, which report nothing that is or will be."""
    if not body.tags[verb].startswith("VB"):
        return _of_noun(body, verb, words)
    _, end = sentence(body, verb)
    if "?" in body.words[max(end - 2, 0) : end]:
        return None
    found = _own(body, verb, words)
    if found is None or (not _is_bare(body, verb) and body.deps[verb] != "conj"):
        return found
    above = _above(body, verb, words)
    return None if above is None else found | above


def _own(body: Body, verb: int, words: Words) -> Auxiliary | None:
    """What a verb's own negation, auxiliaries and conjunction tell."""
    found = set()
    children = body.children[verb]
    if any(body.deps[c] == "neg" or body.lower[c] in words["hardly"] for c in children) or _nobody(body, verb, words):
        found.add("negation")
    modals = {body.lower[c] for c in body.dependents(verb, "aux") if body.tags[c] == "MD"}
    if modals & words["future"]:
        found.add("future")
    if _is_inverted(body, verb):
        return frozenset(found | {"hypothetical"})
    if modals & words["event_duties"]:
        return None
    if modals & words["event_chances"]:
        if body.deps[verb] == "relcl" or any(body.tags[t] in ("WP", "WDT", "WRB") for t in range(body.lefts[verb], verb)):
            return None
        found.add("hypothetical")
    if modals & words["future_past"]:
        perfect = any(body.lower[c] == "have" for c in body.dependents(verb, "aux"))
        conditional = _has_condition(body, verb, words) and body.deps[verb] != "ccomp"  # said it would if: a future told in the past
        found.add("hypothetical" if perfect or conditional or _is_asked(body, verb) else "future")
    if body.deps[verb] in ("ccomp", "acl") and _is_doubted(body, verb, words):
        return None
    if body.deps[verb] in ("ccomp", "acl", "relcl") and body.lower[body.heads[verb]] in words["event_cases"]:
        found.add("hypothetical")  # in the event that they do
    opened = {body.lower[c] for c in body.dependents(verb, "mark", "advmod") if c < verb}
    if opened & words["event_until"] or ("whether" in opened and not modals & (words["future_past"] | words["event_chances"])):
        return None
    if any(body.lower[c] in words["conditionals"] or body.lower[c] in ("if", "unless") for c in body.dependents(verb, "mark")):
        found.add("hypothetical")
    if any(body.lower[c] in words["hearsay"] for c in children):
        found.add("hypothetical")
    return frozenset(found)


def _is_asked(body: Body, verb: int) -> bool:
    """ "Wonder whether they would"."""
    return any(body.lower[c] == "whether" for c in body.dependents(verb, "mark"))


def _is_inverted(body: Body, verb: int) -> bool:
    """A condition without "if": should they attack, had they attacked."""
    subject = own_subject(body, verb)
    if subject is None or body.deps[verb] not in ("advcl", "ccomp"):
        return False
    return any(body.lower[c] in ("should", "had", "were") and c < subject for c in body.dependents(verb, "aux", "auxpass"))


def _is_doubted(body: Body, verb: int, words: Words) -> bool:
    """ "It was unlikely that they would meet"."""
    head = body.heads[verb]
    return any(body.lower[t] in words["event_doubts"] for t in (head, *body.dependents(head, "acomp", "attr")))


def _nobody(body: Body, verb: int, words: Words) -> bool:
    subject = own_subject(body, verb)
    return subject is not None and not {body.lower[subject], body.lower[body.lefts[subject]]}.isdisjoint(words["nobody"])


def _has_condition(body: Body, verb: int, words: Words) -> bool:
    clauses = body.dependents(verb, "advcl")
    return any(body.lower[m] in words["conditionals"] | {"if", "unless"} for c in clauses for m in body.dependents(c, "mark"))


def _is_bare(body: Body, verb: int) -> bool:
    """True for infinitives and for gerunds without a subject, whose governor tells whether they happened."""
    finite = body.tags[verb] in ("VBD", "VBZ", "VBP", "MD") or (body.dependents(verb, "aux", "auxpass") and not is_infinitive(body, verb))
    return not finite


def _above(body: Body, verb: int, words: Words) -> Auxiliary | None:
    """What the governor of a bare verb tells: went on to attack, wants to attack, met to discuss."""
    head, dep = body.heads[verb], body.deps[verb]
    if dep == "conj" and body.tags[head].startswith("VB"):
        return NOTHING if _stands_alone(body, verb) else auxiliary_of(body, head, words)
    if not is_infinitive(body, verb):
        governor = body.heads[head] if dep == "pcomp" else head
        if dep == "pcomp" and body.lower[governor] in words["event_failing"]:
            return frozenset({"negation"})
        if (dep == "pcomp" and body.lower[head] in words["event_without"]) or body.lower[governor] in words["event_mulling"]:
            return None
        return NOTHING
    word = body.lower[head]
    subject = own_subject(body, head)
    if word == "were" and subject is not None and subject > head:
        return frozenset({"hypothetical"})  # were they to attack
    if dep == "advcl" and word not in words["event_realising"]:
        return None
    if word in words["event_realising"] and body.tags[head].startswith("VB"):
        return auxiliary_of(body, head, words)
    if word in words["event_failing"]:
        return frozenset({"negation"})
    if word in words["event_decisions"]:
        return NOTHING
    if word in words["event_attempts"]:
        return frozenset({ATTEMPTED})
    if word in words["event_plans"]:
        return frozenset({"future", PLANNED})
    return None


def _stands_alone(body: Body, verb: int) -> bool:
    """True for a second verb with auxiliaries or a tense of its own: "will meet them and met them before"."""
    other_tense = body.tags[verb] in ("VBD", "VBZ", "VBP") and body.tags[body.heads[verb]] in ("VB", "VBG", "VBN")
    return (
        bool(body.dependents(verb, "aux", "auxpass")) or other_tense or (body.tags[verb] == "VBD" and own_subject(body, verb) is not None)
    )


def _of_noun(body: Body, noun: int, words: Words) -> Auxiliary | None:
    """Of a noun that stands alone: denied by "no", possible by "possible", to come by "planned"."""
    near = {body.lower[c] for c in body.children[noun]}
    head = body.heads[noun]
    if body.deps[noun] in ("nsubj", "nsubjpass") and (_own(body, head, words) or _is_doubted(body, noun, words)):
        return None
    if near & {"no", "any"}:
        return None
    if near & words["event_possible"]:
        return frozenset({"hypothetical"})
    return frozenset({"future"}) if near & words["event_planned"] else NOTHING
