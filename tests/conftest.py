"""Fixtures that all tests share: one lexicon, golden files, an empty project."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from build_tools.annotate.lexicon import Lexicon
from build_tools.pipeline import load_lexicon

ROOT = Path(__file__).parents[1]

# The same examples in every run; HYPOTHESIS_PROFILE=thorough looks for new ones.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
settings.register_profile(
    "thorough", parent=settings.get_profile("steady"), derandomize=False, max_examples=3000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen-golden", action="store_true", help="write the golden files again")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with its golden file, or write it under --regen-golden."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--regen-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"make golden writes {path.name} again"

    return check


@pytest.fixture(scope="session", autouse=True)
def _installed_dictionary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep a newer dictionary of this machine's user out of all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
        yield


@pytest.fixture(scope="session")
def lexicon(_installed_dictionary: None) -> Lexicon:
    return load_lexicon()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without issues; the test runs in it."""
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    monkeypatch.chdir(folder)
    return folder
