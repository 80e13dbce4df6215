"""`communique serve`: a ledger in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.exits import say
from communique.show.cli.options import LEDGER, Debug

Ledger = Annotated[Path, typer.Argument(metavar="[LEDGER]", envvar="COMMUNIQUE_LEDGER", hidden=True)]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port.")]
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on; any but this machine's own needs --token.")]
Token = Annotated[
    str | None,
    typer.Option("--token", envvar="COMMUNIQUE_TOKEN", show_envvar=True, help="What readers have to know; programs send it as Bearer."),
]
Review = Annotated[bool, typer.Option("--review", help="Let people judge and correct; without it nothing is written.")]
Open = Annotated[bool, typer.Option("--open", help="Open a browser.")]
MISSING = "serving needs litestar, jinja2 and uvicorn: pip install 'communique[web]'"


def serve(
    ledger: Ledger = LEDGER, port: Port = 8321, host: Host = "127.0.0.1", token: Token = None, review: Review = False,
    open: Open = False, debug: Debug = False,
) -> None:  # fmt: skip
    """
    \b
      communique serve news.duckdb --open
      COMMUNIQUE_TOKEN=... communique serve news.duckdb --host 0.0.0.0 --port 80

    Shows LEDGER (default: ledger.duckdb) as a page: articles with what was found in them marked, records, search. Each page has twins
    for programs under the same address with the ending .json, .csv or .jsonld; /openapi.json lists them.

    Others can reach the page only under --host, and need the token. What is added to the ledger meanwhile is seen at the next page.
    """
    try:
        import uvicorn

        from communique.show.web import app
    except ImportError as error:
        raise UsageError(MISSING) from error
    page = app(ledger, review=review, token=token, host=host)
    address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else f'[{host}]' if ':' in host else host}:{port}/"
    say(f"{ledger} at {address} (Ctrl-C ends it)")
    if open:
        typer.launch(address)
    uvicorn.run(page, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False, date_header=True)
