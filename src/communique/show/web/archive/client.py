"""Asks an application for its pages in this process."""

import asyncio
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import unquote, urlsplit

from litestar.types import ASGIApp, Message

HOST = b"127.0.0.1"


class Answer(NamedTuple):
    """What came back; `location` where it leads elsewhere."""

    status: int
    body: bytes
    location: str | None


class Client:
    """A context in which pages are asked for, one after the other."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __enter__(self) -> Self:
        self._runner = asyncio.Runner()
        self._runner.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._runner.__exit__(kind, error, trace)

    def get(self, address: str) -> Answer:
        """The page at an address that begins with a slash."""
        return self._runner.run(self._get(address))

    async def _get(self, address: str) -> Answer:
        parsed, sent = urlsplit(address), list[Message]()

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        path = unquote(parsed.path)
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
            "raw_path": path.encode(), "query_string": parsed.query.encode(), "root_path": "", "headers": [(b"host", HOST)],
            "client": None, "server": ("127.0.0.1", 80), "state": {}, "extensions": {},
        }  # fmt: skip
        await self.app(scope, receive, send)  # type: ignore[arg-type]
        return _answer(sent)


def _answer(sent: list[Message]) -> Answer:
    start = next(one for one in sent if one["type"] == "http.response.start")
    body = b"".join(one.get("body", b"") for one in sent if one["type"] == "http.response.body")
    headers = {name.lower(): value.decode("latin-1") for name, value in start["headers"]}
    return Answer(start["status"], body, headers.get(b"location"))
