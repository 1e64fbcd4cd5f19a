"""The copy to take away: the site as a folder that opens from a disk, and as a zip.

The same pages as on a server, less what only a server can use. MkDocs runs as a program of
its own: nothing of it is imported here.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.errors import SiteError
from build_tools.export.archive import make_zip

# Says that a folder was made here and may be replaced.
MARKER = ".kanbao-offline"
_MARKER_TEXT = "Made by kanbao; replaced whole when it is made again.\n"
# Only a server asks for these: the page for wrong addresses, lists for crawlers, Material's
# index in the form that needs a server. Its own search and its scripts' sources nobody asks for.
_NOT_FROM_DISK = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|search/search_index\.json|.*\.map"
    r"|assets/javascripts/(lunr|workers)/.*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineCopy:
    """What was written."""

    folder: Path
    """The site; its ``index.html`` opens from the disk."""
    archive: Path
    """The same as a zip with one folder in it."""
    files: int
    """Files in each of the two."""
    archive_bytes: int
    """Size of the zip."""


def build_offline_copy(project: Path, dist: Path, name: str) -> OfflineCopy:
    """Build the site of *project* into ``dist/<name>-offline`` and ``….zip``.

    Each takes its place only when it is whole: after a failure the old ones still stand.

    Args:
        project: the folder with ``mkdocs.yml``, its pages generated.
        dist: where the copies go; made if missing.
        name: the first part of their names, ``kanbao``.

    Raises:
        SiteError: MkDocs fails, or the place is taken by a folder that is not ours.
    """
    folder = dist / f"{name}-offline"
    _refuse_foreign(folder)
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist, prefix=".building-") as building:
        site = Path(building) / "site"
        _run_mkdocs(project, site)
        remove_server_files(site)
        (site / MARKER).write_text(_MARKER_TEXT, encoding="utf-8", newline="\n")
        contents = dict(_load_files(site))
        packed = make_zip(contents, folder.name)
        new_archive = Path(building) / "site.zip"
        new_archive.write_bytes(packed)
        _replace_folder(site, folder, Path(building) / "old")
        archive = new_archive.replace(dist / f"{folder.name}.zip")
    return OfflineCopy(
        folder=folder, archive=archive, files=len(contents), archive_bytes=len(packed)
    )


def _refuse_foreign(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not (folder / MARKER).is_file()):
        raise SiteError(
            str(folder),
            "this place is taken, and not by an offline copy of ours",
            "Move it away or choose another place.",
        )


def _run_mkdocs(project: Path, site: Path) -> None:
    # Without an address the pages are the same wherever they lie. Not --quiet: it hides
    # from --strict what it hides from the eye.
    environment = {**os.environ, "SITE_URL": "", "NO_MKDOCS_2_WARNING": "1"}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(site.resolve()),
    ]
    finished = subprocess.run(  # noqa: S603 - our own interpreter, nothing from outside
        command,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode:
        raise SiteError(
            str(project / "mkdocs.yml"),
            f"mkdocs build failed: {_complaint(finished.stderr)}",
            "Run mkdocs build --strict to see all it says.",
        )


def _complaint(said: str) -> str:
    """Pick the line that says why: the first warning or error, else the last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    complaints = [line for line in lines if line.startswith(("WARNING", "ERROR"))]
    return next(iter(complaints or lines[-1:]), "nothing said")


def remove_server_files(site: Path) -> None:
    """Delete from the built tree *site* what nobody can use who opens it from a disk."""
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif _NOT_FROM_DISK.fullmatch(path.relative_to(site).as_posix()):
            path.unlink()


def _load_files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()


def _replace_folder(new: Path, place: Path, aside: Path) -> None:
    """Move *new* to *place*; what stood there goes *aside* first, and back if that fails."""
    if place.exists():
        place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)
