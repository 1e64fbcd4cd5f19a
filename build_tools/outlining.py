"""The outline of an issue: printed, saved beside its text, and questioned."""

from pathlib import Path

from build_tools.errors import IssueFolderError
from build_tools.parse.folders import OUTLINE_FILE, load_issue_folder
from build_tools.parse.outline.entries import format_outline, load_outline
from build_tools.parse.outline.explain import explain_line
from build_tools.parse.outline.fit import FittedPlan
from build_tools.parse.source.encodings import Encoding
from build_tools.parse.split import fit_page
from build_tools.publish.tree import write_file


def outline_page(path: Path, *, encoding: Encoding | None = None) -> str:
    """Give the outline of the issue at *path* as text to edit."""
    fitted, name = _fit_path(path, encoding)
    return format_outline(fitted.plan, name, fitted.misfits)


def save_outline(path: Path, *, encoding: Encoding | None = None) -> Path:
    """Write the outline of the issue folder at *path* beside its text, and give the file.

    Raises:
        IssueFolderError: it is no issue folder, or an outline is there already.
    """
    if not path.is_dir():
        raise IssueFolderError(
            str(path), "is no issue folder", "Make one: 'kanbao add TEXT --paper … --date …'."
        )
    file = path / OUTLINE_FILE
    if file.exists():
        raise IssueFolderError(
            str(file), "is there already", "Edit it, or take it away to start afresh."
        )
    write_file(file, outline_page(path, encoding=encoding))
    return file


def explain_page_line(path: Path, line_no: int, *, encoding: Encoding | None = None) -> str:
    """Say which rules made one line of the issue at *path* what it is."""
    fitted, name = _fit_path(path, encoding)
    return explain_line(fitted.plan, line_no, name)


def _fit_path(path: Path, encoding: Encoding | None) -> tuple[FittedPlan, str]:
    folder = load_issue_folder(path, encoding=encoding)
    outline = load_outline(folder.outline)
    return fit_page(folder.source, folder.masthead, outline), folder.source.name
