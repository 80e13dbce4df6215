"""What /openapi.json says is kept, whatever is sent: schemathesis makes requests from it, valid and not, over both kinds of page."""

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from communique.show.web.routes import views
from show.web.served import served
from show.web.test_foundation import WHERE

pytestmark = pytest.mark.browser

CASES = 1000  # of each page, shared out among its operations
SEED = 17


@pytest.fixture(scope="module", params=[False, True], ids=["read", "review"])
def address(request, shelf):
    with served(shelf, review=request.param) as page:
        yield page


@pytest.fixture(scope="module", params=[False, True], ids=["read", "review"])
def another(request, shelf):
    """A page that has not been asked a thousand things, so that nobody has to wait for a turn."""
    with served(shelf, review=request.param) as page:
        yield page


def operations_of(address):
    import schemathesis

    return [one.ok() for one in schemathesis.openapi.from_url(f"{address}/openapi.json").get_all_operations()]


def tried(operation, count, seed):
    """Tries an operation so many times, or as often as there are different requests; how often that was."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    made = []

    @seeded(seed)
    @settings(max_examples=count, deadline=None, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def keeps_its_word(case):
        made.append(case)
        case.call_and_validate(timeout=30, excluded_checks=[positive_data_acceptance])  # no schema knows which states there are

    keeps_its_word()
    return len(made)


def test_no_answer_is_other_than_it_is_described(address):
    operations = operations_of(address)
    done = seed = 0
    while done < CASES:
        each = -(-(CASES - done) // len(operations))
        done += sum(tried(operation, each, SEED + seed) for operation in operations)
        seed += 1


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_answers_to_what_is_there_are_as_described(another, view):
    where = urlsplit(WHERE[view.name])
    named = zip(view.path.split("/"), where.path.split("/"), strict=True)
    path = {part.strip("{}").partition(":")[0]: unquote(value) for part, value in named if part.startswith("{")}
    own = [one for one in operations_of(another) if one.definition.raw.get("operationId") in {f"{view.name}_{form}" for form in view.forms}]
    assert len(own) == len(view.forms)
    for operation in own:
        answer = operation.Case(path_parameters=path, query=dict(parse_qsl(where.query))).call_and_validate(timeout=30)
        assert answer.status_code == 200
