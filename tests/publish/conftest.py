import shutil
from pathlib import Path

import pytest

from tests.small_site import build_site, write_small_project


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built by MkDocs with the hook: site/ is finished."""
    project = write_small_project(tmp_path_factory.mktemp("small") / "project")
    build_site(project)
    return project


@pytest.fixture
def site_copy(small_project: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may change."""
    return Path(shutil.copytree(small_project / "site", tmp_path / "site"))
