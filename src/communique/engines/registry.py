"""The engines: a line each, the module imported when it is asked for."""

from importlib import import_module
from typing import cast

from communique.batch import Crew, Job
from communique.errors import UsageError

ENGINES = {
    "local": "processes on this machine",
    "ray": "a Ray cluster (extra `ray`): the one at $RAY_ADDRESS, else one on this machine",
}
MISSING = 'the engine {name} is not installed: pip install "communique[{name}]"'


def crew_of(name: str, job: Job, workers: int) -> Crew:
    """The workers of an engine. Raises UsageError where there is no such engine, or it is not installed."""
    if name not in ENGINES:
        raise UsageError(f"no engine {name!r}: use {' or '.join(ENGINES)}")
    try:
        module = import_module(f"communique.engines.{name}")
    except ImportError as error:
        raise UsageError(MISSING.format(name=name)) from error
    return cast(Crew, module.Workers(job, workers))
