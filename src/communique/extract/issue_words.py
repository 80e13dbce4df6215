"""An issue in plain words: the phrase judged without articles, times, figures and clauses, cut back to a whole phrase where it is long."""

from collections.abc import Iterator
from functools import cache

from communique.extract.holders import Cast
from communique.extract.tree import is_punctuation, own_subject
from communique.lexicon import Lexicon
from communique.model import Body, Range

LONGEST = 9  # words
_DROPPED_TAGS = frozenset({"DT", "PDT", "PRP", "PRP$", "RB", "RBR", "RBS", "UH", "LS", "WDT", "WP", "EX", "MD"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HUNG = ("prep", "acl", "relcl", "cc", "conj", "appos", "advcl", "xcomp", "ccomp", "pcomp")
_BREAKS = (":", "-LRB-", "-RRB-", "``", "NFP")
_DATES = ("month", "short month", "weekday", "short weekday")


def plain_words(body: Body, cast: Cast, span: Range, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a phrase that name it, countries under their short names: as much of it as `LONGEST` words hold."""
    first, end = _without_clauses(body, span, lexicon.words)
    words: tuple[str, ...] = ()
    for stop in (end, *sorted(_joints(body, (first, end)), reverse=True)):
        words = _words(body, cast, (first, stop), lexicon)
        if len(words) <= LONGEST:
            break
    return words[:LONGEST]


def clause_words(body: Body, noun: int) -> tuple[str, ...]:
    """A noun that says nothing by itself with the clause that tells what it is: "idea that two states could merge"; empty without one."""
    clause = next((c for c in body.dependents(noun, "acl", "ccomp", "relcl") if c > noun and body.lower[body.lefts[c]] == "that"), None)
    subject = None if clause is None else own_subject(body, clause)
    if clause is None or subject in (None, body.lefts[clause]) or (body.deps[clause] == "relcl" and body.tags[subject] == "PRP"):
        return ()
    first, end = body.subtree(clause)
    stops = [s for s in (end, *sorted(_joints(body, (clause, end)), reverse=True)) if s - first < LONGEST] or [first]
    words = (_plain(body, t) for t in range(first, stops[0]) if not is_punctuation(body, t))
    return (body.lower[noun], *words) if stops[0] > first else ()


def _without_clauses(body: Body, span: Range, words: dict[str, frozenset[str]]) -> Range:
    """The phrase up to the first clause with a finite verb in it, or the first preposition that names no party or place of it."""
    first, end = span
    for token in range(first + 1, end):
        clause = body.heads[token] if body.deps[token] in ("aux", "auxpass") else token
        if body.tags[token] in _FINITE and clause > first and body.deps[clause] not in ("amod", "compound"):
            end = min(end, max(body.lefts[clause], first + 1))
        if body.tags[token] == "IN" and body.deps[token] in ("prep", "mark") and not _links(body, token, words["issue_links"]):
            end = min(end, token)
        if _breaks(body, first, token, words):
            end = min(end, token)
    return first, end


def _breaks(body: Body, first: int, token: int, words: dict[str, frozenset[str]]) -> bool:
    """True for a dash or bracket, "and" before a further deed, "on the grounds that"."""
    is_dash = body.tags[token] in _BREAKS and body.starts[token] > body.ends[token - 1]
    further = body.tags[token] == "CC" and body.tags[first] == "VB" and body.tags[token + 1 : token + 2] == ("VB",)
    return is_dash or further or _opens_reason(body, token, words)


def _opens_reason(body: Body, token: int, words: dict[str, frozenset[str]]) -> bool:
    phrases = (tuple(one.split()) for name in ("reason_phrases", "reason_laws") for one in words[name])
    return any(body.lower[token : token + len(phrase)] == phrase for phrase in phrases)


def _links(body: Body, token: int, links: frozenset[str]) -> bool:
    """True for a preposition that a name may hold; "as" in "such as" alone."""
    return body.lower[token] in links or body.lower[token - 1 : token + 1] == ("such", "as")


def _joints(body: Body, span: Range) -> Iterator[int]:
    """Where something begins that is hung on the words before it."""
    for token in range(span[0] + 1, span[1]):
        if body.deps[token] in _HUNG and body.heads[token] < token and not _is_within(body, token):
            yield max(body.lefts[token], span[0] + 1)


def _is_within(body: Body, token: int) -> bool:
    """True for "and" between adjectives, and between the two of "between"."""
    head = body.heads[token]
    pair = body.deps[head] == "pobj" and body.lower[body.heads[head]] == "between"
    return body.deps[token] in ("cc", "conj") and (body.deps[head] == "amod" or pair)


def _words(body: Body, cast: Cast, span: Range, lexicon: Lexicon) -> tuple[str, ...]:
    named: list[tuple[int, str]] = []
    token, end = span
    while token < end:
        mention = cast.at.get(token)
        if mention is not None and mention.sort in ("state", "adjective") and mention.tokens[0] == token and mention.country:
            named.append((token, _state_name(body, mention.tokens)))
            token = max(token + 1, mention.tokens[1])
            continue
        if named and body.tags[token] == "POS" and body.lower[token - 1] not in lexicon.words["times"]:
            named[-1] = (named[-1][0], named[-1][1] + "'s")
        elif named and _is_joined(body, token) and token > span[0] + 1:
            named[-1] = (named[-1][0], f"{named[-1][1]}-{_plain(body, token)}")
        elif _tells(body, token, lexicon):
            named.append((token, _gerund(_plain(body, token)) if token == span[0] and body.tags[token] == "VB" else _plain(body, token)))
        token += 1
    return tuple(word for _, word in _trimmed(body, named, lexicon.words["issue_links"]))


def _trimmed(body: Body, named: list[tuple[int, str]], links: frozenset[str]) -> list[tuple[int, str]]:
    """Without what leads nowhere at either end: links, conjunctions, a participle of which nothing is left."""

    def is_loose(token: int, word: str) -> bool:
        return word.lower() in links or word == "the" or body.tags[token] in ("CC", "IN", "TO")

    while named and (is_loose(*named[-1]) or (len(named) > 1 and body.deps[named[-1][0]] in ("acl", "relcl"))):
        named.pop()
    places = [n for n, (_, word) in enumerate(named) if word == "between"]
    if places and all(word != "and" for _, word in named[places[-1] :]):
        return _trimmed(body, named[: places[-1]], links)
    while named and is_loose(*named[0]):
        named.pop(0)
    return named


def _gerund(verb: str) -> str:
    """The form of a verb that names the deed: "lifting", "stopping"."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    doubled = len(verb) < 5 and verb[-1:] in "bdgmnpt" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou"
    return verb + (verb[-1] if doubled else "") + "ing"


def _is_joined(body: Body, token: int) -> bool:
    """True for the second half of a word with a hyphen."""
    return body.words[token - 1] == "-" and body.ends[token - 1] == body.starts[token] and body.ends[token - 2] == body.starts[token - 1]


def _state_name(body: Body, tokens: Range) -> str:
    """The name as written, "US" and "UK" without stops."""
    return " ".join(body.words[slice(*tokens)]).replace("U.S.", "US").replace("U.K.", "UK").replace("United States", "US")


def _tells(body: Body, token: int, lexicon: Lexicon) -> bool:
    """True for a word that belongs into a name."""
    word, tag, links = body.lower[token], body.tags[token], lexicon.words["issue_links"]
    if word == "the" and body.lower[token - 1] in links:
        return True
    if is_punctuation(body, token) or tag in _DROPPED_TAGS or _is_helper(body, token) or _is_time(body, token, lexicon):
        return False
    if tag in ("IN", "TO"):
        objects = body.dependents(token, "pobj")
        return _links(body, token, links) and not (objects and all(_is_time(body, t, lexicon) for t in objects))
    if word == "such":
        return body.lower[token + 1] == "as"
    head = body.heads[token]
    of_figure = body.deps[token] == "amod" and (body.tags[head] in ("CD", "$") or _is_time(body, head, lexicon))
    return tag != "POS" and not of_figure and not (tag == "CD" and (len(word) < 4 or not word[:1].isdigit()))


def _is_helper(body: Body, token: int) -> bool:
    """True for auxiliaries, and for "to" of a passive: prisoners [to be] released."""
    passive = bool(body.dependents(body.heads[token], "auxpass"))
    return body.deps[token] in ("aux", "auxpass") and (passive or body.tags[token] != "TO")


def _is_time(body: Body, token: int, lexicon: Lexicon) -> bool:
    """True for a day, a month, a part of the day."""
    return body.lower[token] in lexicon.words["times"] or (body.tags[token] == "NNP" and body.lower[token].strip(".") in _calendar(lexicon))


@cache
def _calendar(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word.strip(".") for entry in lexicon.dates if entry.sort in _DATES for word in entry.words)


def _plain(body: Body, token: int) -> str:
    """A word as it stands within a sentence: small but for names and acronyms."""
    word, opens = body.words[token], body.sentences[body.sentence_of[token]][0] == token
    is_name = body.tags[token].startswith("NNP") or (body.tags[token] == "JJ" and not opens and word.istitle())
    return word if (is_name and not word.isupper()) or (word.isupper() and len(word) <= 4) else word.lower()
