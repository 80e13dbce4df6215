"""The page: a ledger read in a browser, and the same addresses for programs.

    app.py         the application, made from a ledger's path; the one place where all of it meets
    routes.py      VIEWS, one line a view; the addresses of each view and of its twins
    views/         one file a view: a function from the ledger to data, and VIEW, which says where it stands
    templates/     one file a view of the same name: how its data look
    static/        our style sheet and script, and htmx
    twins.py       one view in five forms: HTML, JSON, CSV, JSON-LD, Atom
    shelf.py       the ledger as it was last published, a connection for each request
    addresses.py   "/r/x.json" is the twin of "/r/x"
    doors.py       who may come in: hosts, tokens, where writes come from, what browsers may load
    failures.py    errors as pages that say what to do
    drawing.py     the templates' environment: escaping, filters
    asking.py      the types of what views are given: the ledger, parts of the address with their limits, pages of long answers
    view.py        what a view is
    marking.py     an article's text in pieces, each with what covers it
    schema.py      our types as OpenAPI describes them
    turnstile.py   how often and how many at once may ask for what is slow
    tokens.py      the form in which a visitor gives the token

Only this folder imports the web framework; nothing outside imports this folder but `communique serve`.
"""

from communique.show.web.app import app

__all__ = ["app"]
