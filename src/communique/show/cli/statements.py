"""`communique statements`: who said what."""

from typing import Annotated

import typer

from communique.show.cli.asking import Bounds, Outlet, Shown, asking

Speaker = Annotated[str | None, typer.Option("--speaker", metavar="WHO", help="A name, or a state or organisation for whom they speak.")]
Country = Annotated[str | None, typer.Option("--country", metavar="WHICH", help="Who speaks for it: a code, a name or a capital.")]
About = Annotated[str | None, typer.Option("--about", metavar="WHICH", help="A state or organisation at which the act is directed.")]
Act = Annotated[str | None, typer.Option("--act", metavar="ACT", help="assert, demand, reject, accuse ... (docs/reference/codebook.md).")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="speech or attitude.")]
Manner = Annotated[str | None, typer.Option("--manner", metavar="MANNER", help="direct, indirect or mixed.")]
ArticleId = Annotated[str | None, typer.Option("--article", metavar="ID", help="Only of this article.")]
SHOWN = ("day", "speaker_names", "speaker_countries", "act", "content_text", "outlet", "id")


@asking
def statements(
    speaker: Speaker = None,
    country: Country = None,
    about: About = None,
    act: Act = None,
    kind: Kind = None,
    manner: Manner = None,
    article: ArticleId = None,
    outlet: Outlet = None,
    bounds: Bounds = Bounds(),
    shown: Shown = Shown(),
) -> None:
    """
    \b
      communique statements --speaker Fiji --act reject
      communique statements --speaker "Ada Brandvold" --about Iceland --since 2021-01-01 --csv > said.csv

    Shows statements, the earliest first: who said what, doing what by it, in which outlet. For words in what was said: communique search.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row, with spans and ids.
    """
    with shown.open() as opened:
        found = opened.statements(
            speaker=speaker, country=country, about=about, act=act, kind=kind, manner=manner, article=article, outlet=outlet,
            **bounds._asdict(),
        )  # fmt: skip
        shown.show(found, SHOWN)
