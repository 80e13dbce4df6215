"""What a token's chance to head a cue is read from: the word, the lexicon's classes, its clause, its neighbours, what the rules propose."""

from communique.extract.boundaries import finished
from communique.extract.candidates import Ranges
from communique.extract.candidates.anchors import is_mark
from communique.extract.learned import cue_texts as texts
from communique.extract.learned.linear import Evidence
from communique.extract.learned.words import Forms, kind_of, stem
from communique.extract.proposals import Proposal
from communique.extract.reality import unreal, unreal_at
from communique.extract.scene import Scene
from communique.extract.sources import subject_of
from communique.extract.tree import governors, is_verb, paragraph, sentence
from communique.model import Body

_POS = {"VB": "verb", "JJ": "adjective"}
_SHAPING = frozenset(
    {"nsubjpass", "dobj", "ccomp", "xcomp", "agent", "advcl", "acl", "relcl", "prt", "oprd", "attr", "acomp", "dative", "expl", "pcomp"}
)
_WORDED = frozenset({"prep", "prt", "mark", "aux", "neg", "det", "advmod", "agent", "dative", "expl", "predet"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINAL = frozenset({".", "!", "?", "…", '"', "'"})
_PREPOSED = frozenset({"prep", "prt", "dative"})
_OPENERS = frozenset({"IN", "TO", "WP", "WRB", "WDT", "PRP", "DT"})
_TELLING = frozenset({"acl", "relcl", "ccomp", "prep", "poss", "det"})
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass", "compound", "amod"})


class Look:
    """An article as the features of its anchors are read from it; what is asked for often is worked out once."""

    def __init__(self, scene: Scene, forms: Forms, proposals: dict[int, tuple[Proposal, ...]]) -> None:
        self.scene, self.body, self.forms, self.proposals = scene, scene.body, forms, proposals
        self.marks = _distances(scene.body)
        self.lemmas = [forms.lemma.get(word) or stem(word) for word in scene.body.lower]
        self.kinds = [kind_of(scene, token) for token in range(len(scene.body))]
        self.groups = [self._group(token) for token in range(len(scene.body))]
        self.quoting = [any(scene.body.quotation_of[t] >= 0 for t in range(*bounds)) for bounds in scene.body.sentences]
        self.flaws: dict[int, str | None] = {}
        self.ruled_contents: dict[int, dict[Ranges, Proposal]] = {}

    def kind(self, token: int | None) -> str:
        """The class of a mention by its head, "-" for none; see `kind_of`."""
        return "-" if token is None else self.kinds[token]

    def flaw(self, token: int) -> str | None:
        """Why a saying headed by this token did not take place, None where nothing tells so."""
        if token not in self.flaws:
            cue = self.scene.cues.get(token)
            pos = _POS.get(self.body.tags[token][:2])
            self.flaws[token] = unreal(self.scene, cue) if cue is not None else unreal_at(self.scene, token, pos)
        return self.flaws[token]

    def ruled(self, anchor: int) -> dict[Ranges, Proposal]:
        """What the rules propose for an anchor, in the form it has in the record, the best hand score first."""
        if anchor not in self.ruled_contents:
            found = self.ruled_contents[anchor] = dict[Ranges, Proposal]()
            for proposal in self.proposals.get(anchor, ()):
                parts = finished(self.body, proposal.content.ranges, anchor)
                if parts:
                    found.setdefault(parts, proposal)
        return self.ruled_contents[anchor]

    def _group(self, token: int) -> str:
        """Group and part of speech of the lexicon entry that fits here, the class it is listed in, another entry of the form, or "-"."""
        cue = self.scene.cues.get(token)
        if cue is not None:
            return f"{cue.entries[0].pos[0]}.{cue.entries[0].group}"
        hint = self.forms.hints.get((self.lemmas[token], self.body.tags[token][:2]))
        if hint is not None:
            return hint
        other = self.forms.entries.get(self.body.lower[token])
        return f"?{other[0].pos[0]}.{other[0].group}" if other else "-"


def _distances(body: Body) -> list[int]:
    """For each token, how many tokens away the next quotation mark stands, 9 where none is near."""
    far = [9] * len(body)
    for quotation in body.quotations:
        for first, end in quotation.pieces:
            for t in range(max(0, first - 8), min(len(body), end + 8)):
                far[t] = min(far[t], abs(t - first), abs(t - end + 1))
    return far


def cue_features(look: Look, anchor: int) -> list[str]:
    """The features of one anchor, as texts."""
    return [feature for kind, *values in cue_evidence(look, anchor) for feature in kind(*values)]


def cue_evidence(look: Look, anchor: int) -> list[Evidence]:
    """What the features of one anchor are made of, each once; no feature comes from two."""
    found = _word(look, anchor)
    found += dict.fromkeys(_clause(look, anchor))
    found += _subject(look, anchor)
    found += _around(look, anchor)
    found += _place(look, anchor)
    return found


def _word(look: Look, anchor: int) -> list[Evidence]:
    """The word itself, what the lexicon says of it, what the rules propose."""
    body, lemma, group, dep = look.body, look.lemmas[anchor], look.groups[anchor], look.body.deps[anchor]
    best = next(iter(look.proposals.get(anchor, ())), None)
    found: list[Evidence] = [
        (texts.word, body.lower[anchor], lemma, group, body.tags[anchor], dep),
        (texts.flaw, look.flaw(anchor), group, best.rule if best else None),
        (texts.rules, min(len(look.proposals.get(anchor, ())), 3)),
    ]
    cue = look.scene.cues.get(anchor)
    if cue is not None and cue.entries:
        found.append((texts.entries, cue.entries))
    if best is not None:
        found.append((texts.rule, best.rule, int(best.score * 10), best.flaw, best.source is not None, group, lemma, dep))
    return found


def _clause(look: Look, anchor: int) -> list[Evidence]:
    """What hangs on the anchor, and the shape it makes."""
    body, lemma, group = look.body, look.lemmas[anchor], look.groups[anchor]
    found: list[Evidence] = []
    shape = set()
    for child in body.children[anchor]:
        dep, word = body.deps[child], body.lower[child]
        if dep in _WORDED:
            found.append((texts.child, dep, word, group))
            if dep in _PREPOSED:
                shape.add(word)
                found.append((texts.preposition, word, lemma))
                found += [(texts.governed, word, look.kinds[k]) for k in body.dependents(child, "pobj", "pcomp")]
        if dep in _SHAPING:
            side = dep if child > anchor else "<" + dep
            shape.add(side)
            found.append((texts.side, side, group, lemma))
        if dep in _CLAUSES:
            found += _complement(look, group, child, dep)
        if dep in _ARGUMENTS:
            found += _argument(look, lemma, group, child, dep)
    return [*found, (texts.shape, "+".join(sorted(shape)), body.tags[anchor][:2], group, lemma)]


def _complement(look: Look, group: str, child: int, dep: str) -> list[Evidence]:
    """How a clause below the anchor opens, and its verb form."""
    body = look.body
    tag = body.tags[body.lefts[child]]
    return [
        (texts.opening, dep, body.lower[body.lefts[child]] if tag in _OPENERS else tag, group),
        (texts.form, dep, body.tags[child]),
        (texts.below, dep, look.groups[child]),
        (texts.infinitive, dep, any(body.tags[c] == "TO" for c in body.children[child]), group),
    ]


def _argument(look: Look, lemma: str, group: str, child: int, dep: str) -> list[Evidence]:
    """The kind of thing the anchor has for its object, and what hangs on that."""
    body = look.body
    found: list[Evidence] = [
        (texts.argument, dep, look.kinds[child], group),
        (texts.argument_lemma, dep, look.lemmas[child], lemma),
        (texts.argument_group, dep, look.groups[child], group),
    ]
    for below in body.children[child]:
        label = body.deps[below]
        if label in _TELLING:
            found += [(texts.hanging, dep, label, body.lower[body.lefts[below]]), (texts.hanging_group, dep, label, group)]
    return found


def _subject(look: Look, anchor: int) -> list[Evidence]:
    """Who would say it."""
    body, group, tag = look.body, look.groups[anchor], look.body.tags[anchor]
    if is_verb(body, anchor):
        subject = subject_of(body, anchor)
        kind = look.kind(subject)
        whole: Evidence = (texts.subject, kind, group, look.lemmas[anchor], tag, body.deps[anchor])
        if subject is None:
            return [whole]
        side, quoted = "L" if subject < anchor else "R", body.quotation_of[subject] >= 0
        return [whole, (texts.subject_word, look.lemmas[subject], side, body.deps[subject], quoted, kind)]
    if tag.startswith("NN"):
        owner = next(iter(body.dependents(anchor, "poss")), None)
        return [(texts.owner, look.kind(owner), group, tag, owner is not None)]
    return []


def _around(look: Look, anchor: int) -> list[Evidence]:
    """Neighbours in the sentence and the words it depends on."""
    body, lemma, group = look.body, look.lemmas[anchor], look.groups[anchor]
    low, high = sentence(body, anchor)
    near = range(max(low, anchor - 2), min(high, anchor + 3))
    found: list[Evidence] = [(texts.neighbour, t - anchor, body.lower[t], body.tags[t]) for t in near if t != anchor]
    found.append((texts.following, body.lower[anchor + 1] if anchor + 1 < high else "#", lemma, group))
    if anchor > low:
        found.append((texts.preceding, body.lower[anchor - 1], lemma))
    head, dep = body.heads[anchor], body.deps[anchor]
    if head != anchor:
        found.append((texts.head, look.lemmas[head], look.groups[head], body.tags[head][:2], dep, lemma))
        found.append((texts.head_rule, look.proposals[head][0].rule if head in look.proposals else None, dep))
    above = next((t for t in governors(body, anchor)[1:6] if t in look.proposals), None) if look.proposals else None
    return [*found, (texts.under, None if above is None else look.groups[above])]


def _place(look: Look, anchor: int) -> list[Evidence]:
    """Where it stands: in the text, in the sentence, to quotation marks."""
    body, number = look.body, look.body.sentence_of[anchor]
    low, high = body.sentences[number]
    passed = min(number - body.sentence_of[paragraph(body, anchor)[0]], 2)
    at, left = min((anchor - low) // 4, 4), min((high - anchor) // 4, 5)
    found: list[Evidence] = [
        (texts.marks, body.quotation_of[anchor] >= 0, look.marks[anchor], look.groups[anchor], look.lemmas[anchor]),
        (texts.place, look.quoting[number], min(body.paragraph_of[anchor], 2), at, left, passed, body.lower[high - 1]),
    ]
    return [*found, _mark(body, anchor)] if is_mark(body, anchor) else found


def _mark(body: Body, mark: int) -> Evidence:
    """What a dash or colon parts: whether a sentence ends before it, and whether a name alone stands between it and the paragraph's end."""
    low, high = paragraph(body, mark)
    before = body.words[mark - 1] if mark > low else "#"
    behind = range(mark + 1, high)
    finite = any(body.tags[t] in _FINITE for t in behind)
    named = bool(behind) and body.tags[mark + 1].startswith("NNP")
    return texts.mark, before in _FINAL, min(len(behind) // 3, 5), named, finite
