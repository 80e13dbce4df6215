"""Who visits the page."""

from litestar.testing import TestClient

from communique.show.web import app


def visitor(path, **given):
    """A client of the page of a ledger."""
    client = TestClient(app(path, **given), base_url="http://127.0.0.1:8321", raise_server_exceptions=False)
    client.follow_redirects = False
    return client
