"""The project around the current directory, and where its files lie."""

import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from build_tools.errors import ProjectError

CONFIG_FILE = "mkdocs.yml"
_SITE_NAME = re.compile(
    r"^site_name:\s*(?P<quote>['\"]?)(?P<name>.*?)(?P=quote)\s*(?:#.*)?$", re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One site: its folder and what stands in it."""

    root: Path
    """Where ``mkdocs.yml`` stands."""
    site_name: str
    """From ``mkdocs.yml``: ``看报 Kanbao``."""

    @property
    def issues(self) -> Path:
        """The editor's issue folders."""
        return self.root / "issues"

    @property
    def docs(self) -> Path:
        """What MkDocs builds from."""
        return self.root / "docs"

    @property
    def pages(self) -> Path:
        """Generated pages, a folder an issue."""
        return self.docs / "issues"

    @property
    def home_page(self) -> Path:
        """The generated news-stand."""
        return self.docs / "index.md"

    @property
    def copies(self) -> Path:
        """Copies to take away."""
        return self.root / "dist"


def find_project(start: Path) -> Project:
    """Find the project of *start*: the nearest ``mkdocs.yml`` upwards.

    Raises:
        ProjectError: there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / CONFIG_FILE).is_file():
            return load_project(folder)
    raise ProjectError(
        str(start), f"no {CONFIG_FILE} here or above", "Go into a project or give --project DIR."
    )


def load_project(root: Path) -> Project:
    """Read the project whose ``mkdocs.yml`` stands in *root*.

    Raises:
        ProjectError: there is none.
    """
    try:
        text = (root / CONFIG_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        problem = f"has no readable {CONFIG_FILE}"
        raise ProjectError(str(root), problem, "Give the folder of a project.") from err
    match = _SITE_NAME.search(text)
    return Project(root=root.resolve(), site_name=match["name"] if match else "Kanbao")


def cache_folder() -> Path:
    """Give the user's own cache folder, never a shared one."""
    return platformdirs.user_cache_path("kanbao")


def user_dictionary() -> Path | None:
    """Give the newer CC-CEDICT that a user has put into the data folder, if there is one."""
    folder = platformdirs.user_data_path("kanbao")
    names = ("cedict_ts.u8", "cedict_ts.u8.gz")
    return next((folder / name for name in names if (folder / name).is_file()), None)
