"""Generated pages on the disk: written only where they changed, orphans removed."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from build_tools.errors import ProjectError
from build_tools.publish.home import IssueCard, parse_card

MARKER = ".kanbao.json"
"""In every generated folder: shows that it is ours, and what the home page needs of it.

MkDocs leaves out files whose names begin with a dot."""


def write_folder(folder: Path, files: Mapping[str, str]) -> bool:
    """Make *folder* hold exactly *files*, and touch only what differs.

    Args:
        folder: made if it is not there.
        files: text by name, `MARKER` among them.

    Returns:
        Whether anything changed.

    Raises:
        ProjectError: *folder* has files that are not ours.
    """
    refuse_strangers(folder)
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name, text in files.items() if write_file(folder / name, text)]
    orphans = [path for path in folder.iterdir() if path.name not in files and path.is_file()]
    for path in orphans:
        path.unlink()
    return bool(changed or orphans)


def refuse_strangers(folder: Path) -> None:
    """Stop before a folder that holds files which are not ours.

    Raises:
        ProjectError: it does.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ProjectError(str(folder), "is no folder of its own", "Move it away.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        problem = "holds files that no build has written"
        raise ProjectError(str(folder), problem, "Move them away; this folder is generated.")


def write_file(path: Path, text: str) -> bool:
    """Write *text* unless *path* holds it already; readers see the old file or the new one.

    Returns:
        Whether the file changed.
    """
    content = text.encode("utf-8")
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".kanbao-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def remove_folder(folder: Path) -> None:
    """Remove a generated folder; one that is not ours stays."""
    if (folder / MARKER).is_file() and not folder.is_symlink():
        shutil.rmtree(folder)


def load_cards(folder: Path) -> tuple[IssueCard, ...]:
    """Read the cards of all issues whose pages stand under *folder*.

    Raises:
        ProjectError: a card cannot be read.
    """
    cards = []
    for path in sorted(folder.glob(f"*/{MARKER}")):
        try:
            cards.append(parse_card(path.read_text(encoding="utf-8")))
        except (ValueError, OSError, json.JSONDecodeError) as err:
            raise ProjectError(
                str(path), f"cannot be read ({err})", "Remove its folder and build the issue again."
            ) from err
    return tuple(cards)
