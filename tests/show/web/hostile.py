"""An article that would do harm: whatever of it is shown is words, and nothing else."""

from communique.model import Article, Coding, Layout, Problem, Span, sha256_of
from ledger.invented import CODER, commitment_of, event_of, position_of, spot, statement_of

HARM = "globalThis.harm=(globalThis.harm||0)+1"
BAIT = (
    f'<script>{HARM}</script><img src=x onerror="{HARM}"><svg onload=\'{HARM}\'>"><b onmouseover={HARM}>\'><a href="javascript:{HARM}">'
    f"{{{{ 7*7 }}}}{{% raw %}}</textarea></title></style></blockquote><!--<meta http-equiv=refresh content='0;url=/nowhere'>"
)
BIDI = "\u202eReef\u202c \u2066Post\u2069 \u200f\u200b\u0000\x07\r\n\u2028"
LONG = "seaweed" * 6000  # a word that no line holds
TEXT = (
    "Suva, May {day} — {bidi} {bait} The Fijian envoy Litia Ravouvou and the Samoan envoy said, as the Reef Post was told, that dispatch "
    "{number} {bait} rejects the net ban because {bait} the lagoon is theirs. Fiji will open the harbour by June 2021. Fiji thanked Samoa "
    "in Apia. {long}\n\n{many}"
)


def hostile() -> Coding:
    """The coding of the article "<bait>", with bait in its text, its spans and everything that is told about it."""
    text = TEXT.format(day=1, number=1, bait=BAIT, bidi=BIDI, long=LONG, many="\n\n".join(f"{n} {BAIT}" for n in range(200)))
    told = {"title": BAIT + BIDI, "outlet": BAIT, "byline": BAIT, "url": f"javascript:{HARM}", "published": "2020-05-02"}
    article = Article(f"{BAIT} bait", sha256_of(text), text, language='"><b>', layout=Layout(body=(Span(0, len(text)),)), **told)
    statement = statement_of(article)
    return Coding(
        article, (statement,), (position_of(article, statement, "oppose"),), (commitment_of(article),), (event_of(article),),
        (Problem("layout", BAIT, spot(article, "Suva")),), CODER,
    )  # fmt: skip
