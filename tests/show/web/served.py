"""A page as a real browser finds it: on a port of this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from communique.show.web import app

READY = 10.0  # seconds that a server may take


@contextmanager
def served(path, **given) -> Iterator[str]:
    """The address of the page of a ledger, without a slash at its end."""
    server = uvicorn.Server(uvicorn.Config(app(path, **given), host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    began = time.monotonic()
    while not server.started:
        assert time.monotonic() - began < READY, "the server did not start"
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(READY)
