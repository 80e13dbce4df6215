"""Candidates of the open class: each generator shows on an example of its own, and all keep the laws of ranges.

In an example `{...}` is the anchor and `[...]` the content, in as many pieces as there are; `¶` parts paragraphs.
"""

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.reader import read_all_cases
from communique.extract import RULES
from communique.extract.candidates import GENERATORS, NAMES, REFINEMENTS, Generator, Refinement, anchors, contents, sources
from communique.extract.candidates.registry import MOST
from communique.extract.candidates.shape import shaped
from communique.extract.scene import Scene, scene_of
from communique.ingest import read_text
from communique.lexicon import load
from communique.parse import load_pipeline, parse_article
from communique.settings import Settings

EXAMPLES = {
    "frame": ["The envoy {trumpeted} that [the talks would go on]."],
    "quotation": [
        '"[We will stay in the valley]," {said} the envoy.',
        'The envoy {smiled}: "[We will stay in the valley]."',
    ],
    "child": [
        "The envoy {said} [the talks would go on].",
        "Ruritania {condemned} [the raid on its consulate].",
        "The {claim} that [the bridge was mined] surprised the general.",
    ],
    "prepositional-object": [
        "The envoy {insisted} on [the return of the archive].",
        "A {call} for [new elections] came from the capital.",
    ],
    "grandchild": [
        "The envoy {repeated} a warning that [the bridge was closed].",
        "The ministry {voiced} its support for [the new border plan].",
    ],
    "great-grandchild": ["The envoy {took} the floor to say [the talks would go on]."],
    "ancestor": [
        "[The bridge is closed], {according} to the ministry.",
        "[The bridge], {according} to the ministry, [is closed].",
    ],
    "colon": [
        "KARIMOV{:} [We have nothing to hide.]",
        "KARIMOV{:} [We have nothing to hide. The archive is open.]",
        "The envoy {explained}: [the talks would go on].",
    ],
    "signed": [
        "[We have waited ten years for a bridge] {—} Dana Holub, teacher",
        '"[Peace is not a photograph]." ¶ {–} President Amadou Kessel, in a letter ¶ The letter was read in the assembly on Monday.',
    ],
    "next-paragraph": ["The envoy {wrote} on Monday: ¶ [We will stay in the valley.]"],
    "several-sentences": [
        "[We will stay], {said} the envoy. [We have time.]",
        "[We have time. We will stay], {said} the envoy.",
        "The envoy {said} [we will stay. We have time.]",
    ],
    "several-quotations": ['"[We will stay]," {said} the envoy. "[We have time.]"'],
    "following-paragraphs": ['"[We will stay]," the envoy {said}. ¶ "[We have time.]"'],
    "raised-subject": ["[The road] is {said} [to be open].", "[The road] is {described} as [safe]."],
    "rest-of-sentence": ["[The talks], the envoy {said}, [will go on until Friday]."],
    "run": ["The envoy {urged} [the two sides to leave the valley]."],
    "run-to-end": ["The envoy {warned} of [a new war in the valley if the talks fail]."],
    "antecedent": ["The envoy praised [the plan] that the minister had {condemned}."],
    "relative-raised": ["She brought [the documents] that the envoy {says} [are forged]."],
    "fronted": ["[Now the talks can go on], {said} the envoy."],
    "coordinate": ["The envoy {welcomed} and supported [the plan]."],
    "cut-short": ["The envoy {said} [the talks would go on] in Geneva on Monday."],
    "linear": [
        "[The talks will go on], {said} the envoy, [but not today].",
        "The envoy {said}, without a smile, [the talks would go on].",
    ],
    "neighbouring-paragraph": ['The envoy {spoke} plainly. ¶ "[We will stay in the valley.]"'],
    "widened": ['The envoy {called} it [a "mistake. A very bad mistake]."'],
    "begun-later": [
        "The envoy {left}, but [the talks will go on until Friday].",
        "Meanwhile, [the bridge is closed], {according} to the ministry.",
    ],
    "ended-at-mark": ["The envoy {listed} [three conditions], one of them new."],
}

MEMBERS: dict[str, Generator | Refinement] = {member.name: member for member in (*GENERATORS, *REFINEMENTS)}
OWN = [name for name in NAMES if not name.startswith("rule:")]


@cache
def _tools():
    return load(), load_pipeline(Settings())


def scene(text: str) -> Scene:
    lexicon, pipeline = _tools()
    body, _ = parse_article(read_text(text), pipeline, lexicon)
    return scene_of(body, lexicon)


def unmarked(marked: str) -> tuple[Scene, int, tuple[str, ...]]:
    """The scene of an example, its anchor, and its content as written."""
    marked = marked.replace(" ¶ ", "\n\n")
    plain = re.sub(r"[\[\]{}]", "", marked)
    at = re.sub(r"[\[\]}]", "", marked).index("{")
    shown = scene(plain)
    content = tuple(_bare(piece.replace("{", "").replace("}", "")) for piece in re.findall(r"\[(.*?)\]", marked))
    return shown, shown.body.starts.index(at), content


def _bare(text: str) -> str:
    return re.sub(r"[\s\".,]+", " ", text).strip()


def written(shown: Scene, parts: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    return tuple(_bare(shown.body.span(*part).of(shown.body.text)) for part in parts)


def proposed(member: Generator | Refinement, shown: Scene, anchor: int) -> set[tuple[str, ...]]:
    """What one generator or refinement proposes, as written."""
    if isinstance(member, Generator):
        found = member.find(shown, anchor)
    else:
        found = member.find(shown, anchor, tuple(contents(shown, anchor, [r.name for r in REFINEMENTS])))
    shapes = (shaped(shown.body, anchor, parts) for parts in found)
    return {written(shown, shape) for shape in shapes if shape}


@pytest.mark.parametrize(("name", "example"), [(name, example) for name, given in EXAMPLES.items() for example in given])
def test_a_generator_finds_its_example(name: str, example: str) -> None:
    shown, anchor, expected = unmarked(example)
    found = proposed(MEMBERS[name], shown, anchor)
    assert expected in found, f"{name} on {example}\n" + "\n".join(map(str, sorted(found)))
    assert anchor in list(anchors(shown))


@pytest.mark.parametrize("name", OWN)
def test_every_generator_has_an_example_and_says_what_it_finds(name: str) -> None:
    assert EXAMPLES.get(name), f"{name} has no example; add one to EXAMPLES"
    assert "[" in (MEMBERS[name].find.__doc__ or ""), f"the docstring of {name} shows no [content]"


def test_the_rules_are_generators() -> None:
    assert [name for name in NAMES if name.startswith("rule:")] == [f"rule:{rule.name}" for rule in RULES]


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_a_rule_proposes_where_the_lexicon_licenses_it(rule: str) -> None:
    cases = [case for case in read_all_cases("en") if case.rule == rule and case.expected][:8]
    named = {
        name
        for case in cases
        for shown in [scene(case.text)]
        for cue in shown.cues
        for names in contents(shown, cue).values()
        for name in names
    }
    assert f"rule:{rule}" in named


def test_names_of_all_that_gave_a_content_are_kept() -> None:
    shown, anchor, expected = unmarked("The envoy {said} that [the talks would go on].")
    names = {written(shown, parts): given for parts, given in contents(shown, anchor).items()}[expected]
    assert {"rule:en.indirect.that-clause", "frame", "child"} <= set(names)


@pytest.mark.parametrize("name", ["child", "widened"])
def test_a_generator_left_out_gives_nothing(name: str) -> None:
    shown, anchor, _ = unmarked('The envoy {called} it a "[mistake]. A very bad mistake."')
    assert any(name in names for names in contents(shown, anchor).values())
    assert not any(name in names for names in contents(shown, anchor, [name]).values())


SOURCES = {
    "own subject": "[The envoy] {said} the talks would go on.",
    "inverted subject": "The talks would go on, {said} [the envoy of Ruritania].",
    "inherited subject": "[The envoy] rose and {said} the talks would go on.",
    "subject of the verb above": "[The envoy] tried to {explain} that the talks would go on.",
    "agent": "The raid was {condemned} by [the ministry].",
    "possessive": "[The minister]'s {call} for talks was heard.",
    "according to": "The bridge is closed, {according} to [the ministry].",
    "object of from": "A {warning} from [the ministry] that the bridge was closed came late.",
    "object of among": "The plan raised {fears} among [farmers].",
    "antecedent": "He met [officials] who {said} the bridge was closed.",
    "relative pronoun": "He met officials [who] {said} the bridge was closed.",
    "participle": "She sent [a letter] {saying} the bridge was closed.",
    "modifier": "It heeded [a ministry] {demand} that the bridge be closed.",
    "label": "[KARIMOV]{:} We have nothing to hide.",
    "sentence before": "[The envoy] was calm. The talks, it was {said}, would go on.",
    "paragraph": "[The ministry] is silent. The bridge is closed. Nothing moves. It is {said} to be mined.",
}


@pytest.mark.parametrize(("kind", "example"), SOURCES.items())
def test_a_source_is_among_the_candidates(kind: str, example: str) -> None:
    shown, anchor, (expected,) = unmarked(example)
    best = max(contents(shown, anchor), key=lambda parts: sum(end - first for first, end in parts), default=())
    mentions = sources(shown, anchor, ())
    found = {written(shown, (mention,))[0] for mention in mentions if mention}
    assert expected in found, f"{kind}: {found}"
    assert mentions[-1] is None
    assert len(sources(shown, anchor, best)) > 1


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The envoy {said} so.", True),
        ("Its {demand} was heard.", True),
        ("They were {adamant} that he leave.", True),
        ("The road was {reportedly} closed.", True),
        ("{According} to him, it is open.", True),
        ("KARIMOV{:} It is open.", True),
        ("{The} envoy left.", False),
        ("The envoy left{,} they said.", False),
        ("A well{-}known envoy left.", False),
        ("The envoy met {Karimov} there.", False),
        ("The envoy left {12} times.", False),
    ],
)
def test_anchors_are_what_may_head_a_cue(text: str, is_one: bool) -> None:
    shown, anchor, _ = unmarked(text)
    assert (anchor in list(anchors(shown))) == is_one


WORDS = [
    *re.findall(
        r"\S+", 'the envoy said that " " , . : — - ( ) we it who which Karimov Ruritania ministry warned according to of by for call claim'
    ),
    *re.findall(r"\S+", "has been would open closed road talks in on Monday and but not urged denied ? ; ’s adamant reportedly 12 %"),
    "\n\n",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=45))
def test_ranges_keep_their_laws_in_any_order_of_words(words: list[str]) -> None:
    shown = scene(" ".join(words))
    for anchor in anchors(shown):
        found = contents(shown, anchor)
        assert len(found) <= MOST
        for parts, names in found.items():
            assert names
            assert set(names) <= set(NAMES)
            assert_lawful(shown, anchor, parts)
            assert list(parts) == sorted(parts)
            assert all(before[1] < behind[0] for before, behind in pairwise(parts))
        for content in ((), *list(found)[:3]):
            mentions = sources(shown, anchor, content)
            assert mentions[-1] is None
            assert len(set(mentions)) == len(mentions)
            assert_lawful(shown, anchor, tuple(mention for mention in mentions if mention))


def assert_lawful(shown: Scene, anchor: int, parts: tuple[tuple[int, int], ...]) -> None:
    """Ranges lie in the body, hold something, and leave the anchor out."""
    assert all(0 <= first < end <= len(shown.body) for first, end in parts)
    assert not any(first <= anchor < end for first, end in parts)


def test_an_empty_body_has_no_candidates() -> None:
    assert list(anchors(scene(""))) == []
