"""Contents that are clauses after the cue: that-clauses, bare clauses, questions, infinitives, gerunds."""

from collections.abc import Iterator

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, grown
from communique.extract.tree import is_complementizer, is_punctuation, own_subject, sentence
from communique.lexicon import Cue
from communique.model import Body, Range

_CONNECTIVES = frozenset({"because", "if", "unless", "until", "since", "so", "although", "though", "when", "where", "whether", "that"})


def _stays(body: Body, child: int) -> bool:
    """True for a right neighbour of the complement that the parser hung on the cue although it belongs to what is said."""
    label, first = body.deps[child], body.lower[body.lefts[child]]
    if label == "advcl":
        return first in _CONNECTIVES and body.lower[body.lefts[child] - 1] != ","
    if label == "conj":
        return first == "that" or (own_subject(body, child) is not None and any(body.tags[c] == "MD" for c in body.children[child]))
    return label in ("prep", "ccomp", "dobj") and body.lower[body.lefts[child] - 1] != ","


def _to_the_end(scene: Scene, verb: int, complement: int) -> int:
    """Where the complement really ends: over right neighbours that stay with it, never past the sentence."""
    body = scene.body
    end = body.rights[complement] + 1
    for child in body.children[verb]:
        if child > complement and body.lefts[child] >= end:
            if body.deps[child] in ("punct", "cc"):
                continue
            if not _stays(body, child):
                break
            end = body.rights[child] + 1
    end = min(end, sentence(body, verb)[1], _coordinated_cue(scene, verb, complement))
    return _and_that(body, end)


def _and_that(body: Body, end: int) -> int:
    """The end moved over a second that-clause, wherever the parser hung it: [...] and that [...]."""
    token, stop = end, sentence(body, end - 1)[1]
    while token < stop and (is_punctuation(body, token) or body.tags[token] == "CC"):
        token += 1
    goes_on = end < token < stop and body.lower[token] == "that" and body.deps[token] == "mark" and body.tags[token - 1] == "CC"
    return max(end, body.rights[body.heads[token]] + 1) if goes_on else end


def _coordinated_cue(scene: Scene, verb: int, complement: int) -> int:
    """Where a second cue begins that the parser hung on the complement: said the road was open | and pledged to keep it so."""
    body = scene.body
    for child in body.dependents(complement, "advcl"):
        if child in scene.cues and body.tags[child] == "VBG" and body.words[body.lefts[child] - 1] == ",":
            return body.lefts[child] - 1
    for child in body.dependents(complement, "conj"):
        cue = scene.cues.get(child)
        shares = cue is not None and cue.pos == "verb" and own_subject(body, child) is None and body.tags[child] == body.tags[verb]
        if shares and (body.tags[complement] != body.tags[verb] or body.words[child - 2] == ","):
            return next((t for t in range(child, complement, -1) if body.deps[t] == "cc" and body.heads[t] == complement), child)
    return len(body)


def _complements(body: Body, cue: FoundCue) -> Iterator[int]:
    """Clauses that complete the cue: its own, those of its further words ("made clear that"), a question parsed as adverbial."""
    for word in range(*cue.words):
        yield from (c for c in body.dependents(word, "ccomp", "acl") if c >= cue.words[1])
    for child in body.dependents(cue.head, "advcl"):
        if body.lefts[child] == cue.words[1] and body.tags[body.lefts[child]] == "WRB":
            yield child


def _clause(scene: Scene, cue: FoundCue, complement: int) -> Range:
    body = scene.body
    return max(body.lefts[complement], cue.words[1]), _to_the_end(scene, cue.head, complement)


def that_clause(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A finite clause opened by "that" after a reporting verb: The envoy said that [the talks would go on]."""
    entry, body = cue.entry("clause"), scene.body
    if entry is None or cue.pos != "verb":
        return
    for complement in _complements(body, cue):
        first, end = _clause(scene, cue, complement)
        late = next((c for c in body.dependents(complement, "mark") if body.lower[c] == "that" and first < c <= first + 3), first)
        if body.lower[late] == "that" and body.deps[late] in ("mark", "det", "nsubj", "advmod"):
            yield Content(((late + 1, end),), entry, 0.95)
            return
    yield from _distant_that(scene, cue, entry)


def _distant_that(scene: Scene, cue: FoundCue, entry: Cue) -> Iterator[Content]:
    """A that-clause behind a phrase that the parser hung it on: said in a statement on Monday that [...], told the guests that [...]."""
    body = scene.body
    for child in body.children[cue.head]:
        phrase = body.deps[child] in ("prep", "dative") or (body.deps[child] == "dobj" and "addressee" in entry.frames)
        inside = range(*body.subtree(child)) if phrase and child > cue.head else ()
        for clause in (c for t in inside for c in body.dependents(t, "acl", "relcl", "ccomp", "advcl")):
            first = body.lefts[clause]
            if body.lower[first] == "that" and is_complementizer(body, clause, first) and cue.words[1] < first:
                yield Content(((first + 1, body.rights[clause] + 1),), entry, 0.85)
                return


def bare_clause(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A finite clause after a reporting verb without "that": The envoy said [the talks would go on]."""
    entry, body = cue.entry("clause"), scene.body
    if entry is None or cue.pos != "verb":
        return
    for complement in _complements(body, cue):
        first, end = _clause(scene, cue, complement)
        if body.lower[first] == "that" or body.words[first - 1] == ":" or not _is_finite(body, complement):
            continue
        first = min(first, _misread_subject(body, cue, complement))
        yield Content(((scene.after_time(first), end),), entry, 0.9)
        return
    yield from _misread_object(scene, cue, entry)


def _misread_subject(body: Body, cue: FoundCue, complement: int) -> int:
    """Where the complement's subject begins if the parser took it for the cue's object: said [the phrase] (referred to ...)."""
    taken = [c for c in body.dependents(cue.head, "dobj", "dative") if cue.words[1] <= body.lefts[c] < complement]
    return body.lefts[taken[0]] if taken and own_subject(body, complement) is None else body.lefts[complement]


def _misread_object(scene: Scene, cue: FoundCue, entry: Cue) -> Iterator[Content]:
    """A clause whose subject was taken for the cue's object and whose verb for a second predicate of the cue's subject."""
    body = scene.body
    taken = next((c for c in body.dependents(cue.head, "dobj") if body.lefts[c] == cue.words[1]), None)
    verb = next((c for c in body.dependents(cue.head, "conj") if taken is not None and c > taken), None)
    if taken is None or verb is None or not _is_finite(body, verb) or own_subject(body, verb) is not None:
        return
    if body.dependents(cue.head, "cc") or body.lefts[verb] != body.rights[taken] + 1:
        return
    yield Content(((body.lefts[taken], body.rights[verb] + 1),), entry, 0.8)


def _is_finite(body: Body, verb: int) -> bool:
    tags = [body.tags[verb], *(body.tags[c] for c in body.dependents(verb, "aux", "auxpass", "cop"))]
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)


def infinitive(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """What somebody undertakes or wants to do: The minister pledged to [open the border]."""
    entry, body = cue.entry("infinitive"), scene.body
    if entry is None or cue.pos != "verb" or (body.dependents(cue.head, "auxpass") and not body.dependents(cue.head, "agent")):
        return
    for complement in body.dependents(cue.head, "xcomp", "ccomp", "advcl"):
        marks = [c for c in body.dependents(complement, "aux") if body.tags[c] == "TO"]
        if complement > cue.head and marks and body.lefts[complement] >= cue.words[1] and own_subject(body, complement) is None:
            negated = marks[0] - 1 if body.lower[marks[0] - 1] == "not" else marks[0] + 1
            end = grown(scene, body.rights[complement] + 1, (cue.head, complement))
            yield Content(((negated, end),), entry, 0.85 if body.deps[complement] == "xcomp" else 0.6)


def gerund(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """What somebody admits, denies or proposes doing: The general denied [ordering the raid]."""
    entry, body = cue.entry("gerund"), scene.body
    if entry is None or cue.pos != "verb":
        return
    for complement in body.dependents(cue.head, "xcomp", "ccomp"):
        gerunds = (complement, *body.dependents(complement, "aux", "auxpass"))
        if complement > cue.head and any(body.tags[t] == "VBG" for t in gerunds):
            end = grown(scene, body.rights[complement] + 1, (cue.head, complement))
            yield Content(((max(body.lefts[complement], cue.words[1]), end),), entry, 0.8)


def adjective(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """What somebody is sure, afraid or sorry of: The mediator was confident that [the truce would hold]."""
    entry, body = cue.entry("clause"), scene.body
    copula = body.heads[cue.head]
    if entry is None or cue.pos != "adjective" or body.deps[cue.head] not in ("acomp", "attr") or own_subject(body, copula) is None:
        return
    for complement in (c for c in body.dependents(cue.head, "ccomp") if c > cue.head and _is_finite(body, c)):
        first, end = body.subtree(complement)
        yield Content(((first + (body.lower[first] == "that"), end),), entry, 0.8, source=own_subject(body, copula))
