"""The texts of the features in cue_features.py. Each function gives those that follow from the same few values, so that their weights are
added up once for these values and not again for every anchor that shares them."""

from communique.lexicon import Cue

Texts = tuple[str, ...]


def word(word: str, lemma: str, group: str, tag: str, dep: str) -> Texts:
    """The anchor itself."""
    return (
        f"w={word}", f"l={lemma}", f"lt={lemma},{tag[:2]}", f"ld={lemma},{dep}", f"t={tag}", f"d={dep}", f"td={tag},{dep}",
        f"g={group}", f"gd={group},{dep}", f"gt={group},{tag}", f"end={word[-3:]},{tag[:2]}",
    )  # fmt: skip


def entries(entries: tuple[Cue, ...]) -> Texts:
    """Its entries in the lexicon."""
    found = [
        text
        for entry in entries
        for text in (
            *(f"e={frame},{entry.pos}" for frame in entry.frames),
            f"k={entry.kind},{entry.pos}",
            f"a={entry.act}",
            f"n={len(entry.lemma.split())}",
        )
    ]
    return tuple(dict.fromkeys(found))


def flaw(flaw: str | None, group: str, rule: str | None) -> Texts:
    """Why nothing was said."""
    return f"u={flaw}", f"ug={flaw},{group}", f"ur={flaw},{rule}"


def rules(count: int) -> Texts:
    """How many rules propose something."""
    return (f"rules={count}",)


def rule(rule: str, score: int, flaw: str | None, sourced: bool, group: str, lemma: str, dep: str) -> Texts:
    """The best of them."""
    return (
        f"r={rule}", f"rg={rule},{group}", f"rl={rule},{lemma}", f"rs={score}", f"rd={rule},{dep}", f"f={flaw}", f"fr={rule},{flaw}",
        f"src={sourced},{rule}",
    )  # fmt: skip


def child(dep: str, word: str, group: str) -> Texts:
    """A function word that hangs on the anchor."""
    return f"c={dep},{word}", f"gc={group},{dep},{word}"


def preposition(word: str, lemma: str) -> Texts:
    """The same for prepositions and particles."""
    return (f"lc={lemma},{word}",)


def governed(preposition: str, kind: str) -> Texts:
    """What the preposition governs."""
    return (f"pp={preposition},{kind}",)


def side(side: str, group: str, lemma: str) -> Texts:
    """A dependent, and on which side it stands."""
    return f"s={side}", f"gs={group},{side}", f"ls={lemma},{side}"


def shape(shape: str, tag: str, group: str, lemma: str) -> Texts:
    """All of these together."""
    return f"sh={shape},{tag}", f"gsh={group},{shape}", f"lsh={lemma},{shape}"


def opening(dep: str, opening: str, group: str) -> Texts:
    """How a clause below opens."""
    return f"o={dep},{opening}", f"go={group},{dep},{opening}"


def form(dep: str, tag: str) -> Texts:
    """The form of its verb."""
    return (f"v={dep},{tag}",)


def below(dep: str, group: str) -> Texts:
    """The group of its verb."""
    return (f"h={dep},{group}",)


def infinitive(dep: str, infinitive: bool, group: str) -> Texts:
    """Whether it has "to"."""
    return (f"inf={dep},{infinitive},{group}",)


def argument(dep: str, kind: str, group: str) -> Texts:
    """What kind of thing an argument is."""
    return f"ar={dep},{kind}", f"gar={group},{dep},{kind}"


def argument_lemma(dep: str, argument: str, lemma: str) -> Texts:
    """Its lemma."""
    return f"al={dep},{argument}", f"lal={lemma},{dep},{argument}"


def argument_group(dep: str, argument: str, group: str) -> Texts:
    """Its group."""
    return f"ag={dep},{argument}", f"gag={group},{dep},{argument}"


def hanging(dep: str, label: str, word: str) -> Texts:
    """What hangs on an argument, by its first word."""
    return (f"bl={dep},{label},{word}",)


def hanging_group(dep: str, label: str, group: str) -> Texts:
    """The same by the anchor's group."""
    return (f"gbl={group},{dep},{label}",)


def subject(kind: str, group: str, lemma: str, tag: str, dep: str) -> Texts:
    """What kind of thing a verb has for its subject."""
    return f"su={kind}", f"sug={kind},{group}", f"sul={kind},{lemma}", f"sut={kind},{tag}", f"sud={kind},{dep}"


def subject_word(lemma: str, side: str, dep: str, quoted: bool, kind: str) -> Texts:
    """Which word, and where it stands."""
    return f"suw={lemma}", f"sus={side},{dep}", f"suq={quoted},{kind}"


def owner(kind: str, group: str, tag: str, owned: bool) -> Texts:
    """Whose a noun is."""
    return f"po={kind}", f"pog={kind},{group}", f"num={tag},{owned}"


def neighbour(step: int, word: str, tag: str) -> Texts:
    """A word near by."""
    return f"{step}w={word}", f"{step}t={tag}"


def following(word: str, lemma: str, group: str) -> Texts:
    """The next word, "#" at the sentence's end."""
    return f"ln={lemma},{word}", f"gn={group},{word}"


def preceding(word: str, lemma: str) -> Texts:
    """The one before."""
    return (f"pl={word},{lemma}",)


def head(head: str, group: str, tag: str, dep: str, lemma: str) -> Texts:
    """What the anchor depends on."""
    return f"hl={head},{dep}", f"hg={group},{dep}", f"ht={tag},{dep}", f"lh={lemma},{head}"


def head_rule(rule: str | None, dep: str) -> Texts:
    """The best rule that proposes something for that."""
    return (f"hr={rule},{dep}",)


def under(group: str | None) -> Texts:
    """The group of the nearest such word further up."""
    return (f"under={group}",)


def marks(quoted: bool, far: int, group: str, lemma: str) -> Texts:
    """Where it stands to quotation marks."""
    return f"q={quoted}", f"qg={quoted},{group}", f"m={far}", f"mg={min(far, 4)},{group}", f"ml={far < 4},{lemma}"


def place(quoting: bool, paragraph: int, at: int, left: int, passed: int, end: str) -> Texts:
    """Where it stands in sentence, paragraph and text."""
    return f"any={quoting}", f"p={paragraph}", f"at={at}", f"left={left}", f"sent={passed}", f"ends={end}"


def mark(ended: bool, size: int, named: bool, finite: bool) -> Texts:
    """What a dash or colon parts."""
    return f"mb={ended}", f"mh={size},{named},{finite}", f"mk={ended},{size},{named},{finite}", f"mk2={ended},{named},{finite}"
