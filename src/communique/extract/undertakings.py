"""Words that bind somebody to a deed, before anyone asks whom: will, pledged to, is ready to, its commitment to, is scheduled to."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.extract.tree import RELATIVES, SUBJECTS, governors, is_verb, own_subject, sentence
from communique.lexicon import CommittingWord, Lexicon
from communique.lexicon.inflection import forms_of, verb_forms
from communique.model import Body, Strength

_TAGS = {"verb": ("VB",), "noun": ("NN", "NNS"), "adjective": ("JJ", "VBN"), "agenda": ("VBN", "VBD", "JJ")}
_DEEDS = ("xcomp", "ccomp", "advcl", "acl", "relcl")
_INHERITING = ("xcomp", "advcl", "pcomp", "acl", "conj")  # a verb without subject that has its governor's


class Undertaking(NamedTuple):
    """A deed that somebody is bound to. Token indices.

    rule      how the words bind
    trigger   the word that binds ("will", "pledged", "ready", "plans")
    verb      head of the deed: a verb, or the noun of one
    first     where the deed begins, its negation included
    holder    head of who binds himself; None where the words do not say
    strength  how firmly
    """

    rule: str
    trigger: int
    verb: int
    first: int
    holder: int | None
    strength: Strength


class Binding(NamedTuple):
    """A body and the words that bind: entries of the lexicon by the form of their first word, and its closed classes."""

    body: Body
    entries: dict[str, tuple[CommittingWord, ...]]
    words: dict[str, frozenset[str]]
    forms: dict[str, frozenset[str]]  # of verbs listed in the plain form: "no_deeds", "bearing", "attempts"

    def is_among(self, token: int, name: str) -> bool:
        """True for any form of a verb of a class, its particle counted in ("run out")."""
        particle = next((f" {self.body.lower[c]}" for c in self.body.dependents(token, "prt")), "")
        return not {self.body.lower[token], self.body.lower[token] + particle}.isdisjoint(self.forms[name])


def undertakings(body: Body, lexicon: Lexicon) -> Iterator[Undertaking]:
    """Every deed that somebody is bound to, in the order of the binding words."""
    binding = Binding(body, entries_by_form(lexicon), lexicon.words, verb_classes(lexicon))
    for token in range(len(body)):
        found = _future(binding, token) or _agenda(binding, token) or _worded(binding, token)
        if found is not None and _is_real(binding, token):
            yield found


@cache
def entries_by_form(lexicon: Lexicon) -> dict[str, tuple[CommittingWord, ...]]:
    """The committing words by every form of their first word."""
    found: defaultdict[str, list[CommittingWord]] = defaultdict(list)
    for entry in lexicon.commitments:
        for form in forms_of(entry.lemma, entry.pos, entry.forms):
            found[form].append(entry)
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def verb_classes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """All forms of the verbs in the classes this module asks for."""
    names = ("no_deeds", "bearing", "attempts")
    return {name: frozenset(form for word in lexicon.words[name] for form in _forms(word)) for name in names}


def _forms(verb: str) -> frozenset[str]:
    """The forms of a verb, its particle behind each."""
    first, space, particle = verb.partition(" ")
    return frozenset(form + space + particle for form in verb_forms(first))


def _future(binding: Binding, token: int) -> Undertaking | None:
    """ "will leave", "would leave" in reported words, "is going to leave"."""
    body, word = binding.body, binding.body.lower[token]
    if body.tags[token] == "MD" and word in binding.words["future"] | binding.words["future_past"]:
        verb = body.heads[token]
        is_deed = body.deps[token] == "aux" and is_verb(body, verb) and not body.dependents(verb, "nsubjpass", "auxpass")
        return _promised(binding, token, verb) if is_deed and not _is_past(body, verb) else None
    going = word == "going" and any(body.lower[c] in binding.words["be_forms"] for c in body.dependents(token, "aux"))
    deed = next(_infinitives(body, token), None) if going and body.lower[token + 1 : token + 2] == ("to",) else None
    return None if deed is None else _promised(binding, token, deed)


def _promised(binding: Binding, token: int, verb: int) -> Undertaking | None:
    body = binding.body
    if binding.is_among(verb, "no_deeds") or any(body.lower[c] in binding.words["foretelling"] for c in body.children[verb]):
        return None
    entry = _clause_word(binding, verb)
    strength: Strength = entry.strength if entry else "vow"
    weak = strength == "vow" and binding.is_among(verb, "attempts")
    rule, holder = "en.commitment.clause" if entry else "en.commitment.future", holder_of(body, verb)
    first = _beginning(binding, token, verb)
    if holder is not None and token < holder < verb:  # neither will we leave
        first = token - 1 if body.lower[token - 1] in ("neither", "nor") else body.rights[holder] + 1
    return Undertaking(rule, token, verb, first, holder, "intend" if weak else strength)


def _clause_word(binding: Binding, verb: int) -> CommittingWord | None:
    """The committing word that a clause completes: hopes that we will ..."""
    body, head = binding.body, binding.body.heads[verb]
    entries = binding.entries.get(body.lower[head], ()) if body.deps[verb] == "ccomp" else ()
    return next((e for e in entries if "clause" in e.frames and body.tags[head].startswith("VB")), None)


def _agenda(binding: Binding, token: int) -> Undertaking | None:
    """ "is to leave": what is settled about somebody's next step."""
    body = binding.body
    if body.lower[token] not in binding.words["present_be"] or body.tags[token] not in ("VBZ", "VBP"):
        return None
    deed = next(
        (v for v in _infinitives(body, token) if body.lower[token + 1] == "to" or body.lower[token + 1 : token + 3] == ("not", "to")), None
    )
    holder = own_subject(body, token)
    if deed is None or holder is None or holder > token or binding.is_among(deed, "no_deeds") or body.dependents(deed, "auxpass"):
        return None
    return Undertaking("en.commitment.agenda", token, deed, _beginning(binding, token, deed), holder, "intend")


def _worded(binding: Binding, token: int) -> Undertaking | None:
    """What the lexicon's committing words bind to."""
    for entry in binding.entries.get(binding.body.lower[token], ()):
        rest = tuple(entry.lemma.split()[1:])
        if binding.body.tags[token].startswith(_TAGS[entry.pos]) and binding.body.lower[token + 1 : token + 1 + len(rest)] == rest:
            found = _by_entry(binding, token, entry)
            if found is not None:
                return found
    return None


def _by_entry(binding: Binding, token: int, entry: CommittingWord) -> Undertaking | None:
    deed = _deed(binding, token, entry)
    holder = _HOLDERS[entry.pos](binding, token)
    if deed is None or holder is None or (entry.pos == "agenda" and binding.is_among(deed, "no_deeds")):
        return None
    first = _beginning(binding, token, deed)
    denied = _denial(binding, token)
    if denied is not None and (entry.strength != "intend" or entry.pos not in ("verb", "noun")):
        return None
    return Undertaking(f"en.commitment.{entry.pos}", token, deed, first if denied is None else denied, holder, entry.strength)


def _deed(binding: Binding, token: int, entry: CommittingWord) -> int | None:
    """Head of the deed that stands beside a committing word as its entry says."""
    body = binding.body
    objects = body.dependents(token, "dobj")
    if entry.pos == "verb" and objects:
        reflexive = body.lower[objects[0]] in binding.words["reflexives"] and "reflexive" in entry.frames
        return next((v for v in (*_infinitives(body, token), *_gerunds(body, token, "to")) if reflexive), None)
    places = (token, body.heads[token]) if entry.pos == "noun" else (token,)  # announced plans on Monday to ...
    infinitives = (deed for at in places for deed in _infinitives(body, at) if deed > token)
    if "infinitive" in entry.frames and (deed := next(infinitives, None)) is not None:
        return deed
    gerunds = (
        deed
        for f in entry.frames
        if f.endswith("-gerund")
        for at in places
        for deed in _gerunds(body, at, f.removesuffix("-gerund"))
        if deed > token
    )
    return next(gerunds, None) or (next(_nouns(binding, token), None) if "to" in entry.frames else None)


def _infinitives(body: Body, token: int) -> Iterator[int]:
    """Infinitives of the same subject that complete a word."""
    for child in body.dependents(token, *_DEEDS):
        to = [c for c in body.dependents(child, "aux") if body.tags[c] == "TO"]
        if to and to[0] > token and own_subject(body, child) is None and not _is_purpose(body, token, child):
            yield child


def _is_purpose(body: Body, token: int, child: int) -> bool:
    """ "in order to", "so as to", or set off by a comma: what the deed is for."""
    before = body.lower[body.lefts[child] - 1]
    return body.lower[body.lefts[child]] in ("in", "so") or (before == "," and body.deps[child] == "advcl")


def _gerunds(body: Body, token: int, preposition: str) -> Iterator[int]:
    for child in body.dependents(token, "prep"):
        if child > token and body.lower[child] == preposition:
            yield from (c for c in body.dependents(child, "pcomp") if body.tags[c] == "VBG" and own_subject(body, c) is None)


def _nouns(binding: Binding, token: int) -> Iterator[int]:
    """The noun of a deed: agreed to a truce."""
    body = binding.body
    for child in body.dependents(token, "prep"):
        for noun in body.dependents(child, "pobj") if body.lower[child] == "to" else ():
            singular = body.lower[noun].removesuffix("s")
            if body.tags[noun] in ("NN", "NNS") and not {singular, body.lower[noun]} & binding.words["no_deed_nouns"]:
                yield noun


def _beginning(binding: Binding, token: int, deed: int) -> int:
    """First token of a deed: after "will" or "to", with its negation; from the auxiliary where the negation hangs on it ("won't")."""
    body = binding.body
    openers = [t for t in (*body.dependents(deed, "aux"), token) if t == token or body.tags[t] == "TO"]
    first = max(openers) + 1 if body.tags[deed].startswith("VB") else body.lefts[deed]
    if body.tags[deed] == "VBG" and token < deed and body.tags[token] != "MD" and not body.dependents(deed, "aux"):
        first = body.lefts[deed]
    if first > 0 and body.lower[first - 1] == "to" and body.lower[first - 2] in ("not", "never"):
        return first - 2
    return token if first == token + 1 and body.lower[first] in ("n't", "n’t") else min(first, deed)


def _denial(binding: Binding, token: int) -> int | None:
    """Where "not", "n't" or "no" stands that denies a committing word."""
    body = binding.body
    heads = (token, body.heads[token]) if body.deps[token] in ("acomp", "attr", "dobj", "oprd") else (token,)
    for child in (c for h in heads for c in body.children[h] if c <= token):
        if body.deps[child] == "neg" or body.lower[child] in ("no", "never", "neither") or body.lower[child] in binding.words["hardly"]:
            return child - body.lower[child].startswith("n'")
    return None


def holder_of(body: Body, verb: int) -> int | None:
    """Head of a verb's subject: its own, an antecedent's, or that of the verb it hangs on."""
    for token in (verb, *governors(body, verb)):
        subject = own_subject(body, token)
        if subject is not None:
            is_relative = body.lower[subject] in RELATIVES and body.deps[token] in ("relcl", "ccomp", "acl")
            return body.heads[token] if is_relative else subject
        outer = _outer_verb(body, token)
        if outer is not None:
            return holder_of(body, outer)
        if body.deps[token] == "acl" and not is_verb(body, body.heads[token]):
            return body.heads[token]
        if body.deps[token] not in (*_INHERITING, "aux", "prep", "acomp", "attr"):
            return None
    return None


def _outer_verb(body: Body, verb: int) -> int | None:
    """The reporting verb to which a second verb goes in truth: said the port poses a danger and pledged to close it."""
    inner = body.heads[verb]
    is_past = body.deps[verb] == "conj" and body.tags[verb] == "VBD" and body.deps[inner] == "ccomp"
    return body.heads[inner] if is_past and body.tags[inner] in ("VBZ", "VBP", "VB") else None


def _by_verb(binding: Binding, token: int) -> int | None:
    body = binding.body
    is_passive = body.tags[token] == "VBN" and body.deps[token] != "conj" and not body.dependents(token, "aux")
    return None if is_passive or body.dependents(token, "auxpass", "nsubjpass") else holder_of(body, token)


def _by_copula(binding: Binding, token: int) -> int | None:
    """The subject of "is ready", of "is committed"."""
    body = binding.body
    if body.tags[token].startswith("VB") and any(
        body.lower[c] in binding.words["be_forms"] for c in body.dependents(token, "auxpass", "aux")
    ):
        return holder_of(body, token)
    copula = body.heads[token]
    is_predicate = body.deps[token] in ("acomp", "attr", "oprd", "conj") and body.lower[copula] in binding.words["be_forms"]
    return holder_of(body, copula) if is_predicate else None


def _by_agenda(binding: Binding, token: int) -> int | None:
    """The subject of "is scheduled to"; "was due to" tells of no step to come."""
    body = binding.body
    near = (*body.dependents(token, "auxpass", "aux"), body.heads[token])
    return _by_copula(binding, token) if any(body.lower[t] in binding.words["present_be"] for t in near) else None


def _by_bearer(binding: Binding, token: int) -> int | None:
    """Whose the noun is: the owner's, or the subject's of the verb that bears it: announced plans to, stressed Rome's pledge to."""
    body, verb = binding.body, binding.body.heads[token]
    if body.deps[token] != "dobj" or not binding.is_among(verb, "bearing") or body.dependents(verb, "auxpass", "nsubjpass"):
        return None
    owner = next(iter(body.dependents(token, "poss")), None)
    is_own = owner is None or body.tags[owner].startswith("PRP") or bool(body.dependents(owner, "poss"))  # its; its country's
    return holder_of(body, verb) if is_own else owner


_HOLDERS = {"verb": _by_verb, "adjective": _by_copula, "agenda": _by_agenda, "noun": _by_bearer}


def _is_past(body: Body, verb: int) -> bool:
    """ "would have left"."""
    return any(body.lower[c] in ("have", "’ve", "'ve") for c in body.dependents(verb, "aux"))


def _is_real(binding: Binding, token: int) -> bool:
    """False for what is asked, supposed, or only wanted or allowed of somebody."""
    body = binding.body
    _, end = sentence(body, token)
    if "?" in body.words[max(end - 2, 0) : end]:
        return False
    line = [token, *governors(body, token)]
    if any(body.lower[c] in binding.words["conditionals"] for t in line for c in body.dependents(t, "mark")):
        return False
    if any(
        body.lower[c] in binding.words["subordinating_times"] for c in body.dependents(_clause(body, token), "mark", "advmod") if c < token
    ):
        return False
    if body.lower[token] in binding.words["future_past"] and any(
        body.lower[c] in binding.words["reporters_reasons"] for c in body.dependents(_clause(body, token), "mark")
    ):
        return False
    if _is_embedded_question(body, token):
        return False
    outer = body.heads[_clause(body, token)]
    if body.tags[outer] == "JJ" and body.lower[outer] in binding.words["foretelling"]:
        return False
    return not _is_unrealised(binding, token)


def _is_embedded_question(body: Body, token: int) -> bool:
    """ "it is unclear how he plans to", "asked whom they would support"."""
    clause = _clause(body, token)
    if body.deps[clause] not in ("ccomp", "pcomp", "advcl", "acl", "csubj", "conj"):
        return False
    return any(body.tags[c] in ("WRB", "WP", "WDT") and c < token and body.deps[c] not in SUBJECTS for c in body.children[clause])


def _clause(body: Body, token: int) -> int:
    """The verb of the clause in which a binding word stands."""
    return token if body.tags[token].startswith("VB") and body.deps[token] not in ("aux", "acomp") else body.heads[token]


def _is_unrealised(binding: Binding, token: int) -> bool:
    """True for a committing verb, or the verb beside a committing word, under a modal or "to": might pledge, urged him to agree."""
    body = binding.body
    if body.tags[token] == "MD" or (body.lower[token] in binding.words["present_be"]):
        return False
    verb = token if is_verb(body, token) else body.heads[token]
    helpers = body.dependents(verb, "aux", "auxpass")
    if any(body.tags[c] == "TO" for c in helpers):
        return True
    modals = [body.lower[c] for c in helpers if body.tags[c] == "MD"]
    allowed = binding.words["future"] | binding.words["future_past"]
    return any(m not in allowed for m in modals) or (bool(modals) and body.tags[token].startswith("VB") and body.tags[token] != "VBN")
