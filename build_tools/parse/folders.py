"""Issue folders: ``issue.txt`` with its ``issue.toml``, or a text file alone."""

import datetime
import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from build_tools.errors import InputError, IssueFolderError
from build_tools.parse.source.documents import load_document
from build_tools.parse.source.encodings import Encoding, find_encoding
from build_tools.parse.source.files import SourceText

TEXT_FILE = "issue.txt"
MASTHEAD_FILE = "issue.toml"
TRANSLATION_FILE = "en.po"
CORRECTIONS_FILE = "corrections.toml"
OUTLINE_FILE = "outline.txt"

MAX_ID_CHARS = 80
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
# Names that one operating system or another keeps for itself.
_RESERVED_IDS = re.compile(r"con|prn|aux|nul|com\d|lpt\d|assets|index")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands over an issue: the content of ``issue.toml``."""

    issue_id: str
    """``sample``."""
    paper: str
    """``云溪报``."""
    paper_english: str | None = None
    """``Yunxi News``."""
    date: datetime.date | None = None
    """``2026-03-20``."""
    edition: str | None = None
    """``第3版``."""
    source: str | None = None
    """``dzb.example.cn``."""
    rights: str | None = None
    """``© 云溪报社``."""
    is_invented: bool = False
    """No newspaper ever printed it."""
    encoding: Encoding | None = None
    """How ``issue.txt`` is encoded, where an editor had to say so: ``big5``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFolder:
    """Everything an editor gave for one issue, as read from the disk."""

    masthead: Masthead
    """From ``issue.toml``; for a bare text file, from the file's name."""
    source: SourceText
    """The text."""
    translation: Path | None
    """``en.po`` where there is one."""
    corrections: Path | None
    """``corrections.toml`` where there is one."""
    outline: Path | None = None
    """``outline.txt`` where an editor saved one."""


def load_issue_folder(path: Path, *, encoding: Encoding | None = None) -> IssueFolder:
    """Read the issue at *path*: an issue folder, or a text file or document by itself.

    Args:
        path: the folder or file.
        encoding: how its text is encoded, whatever ``issue.toml`` says; by default that, or
            what is found out.

    Raises:
        InputError: the text cannot be read.
        IssueFolderError: the folder or its ``issue.toml`` is not as it must be.
    """
    if path.is_dir():
        return _load_folder(path, encoding)
    return IssueFolder(
        masthead=Masthead(issue_id=parse_issue_id(path.stem), paper=path.stem),
        source=load_document(path, name=path.name if path.is_file() else None, encoding=encoding),
        translation=None,
        corrections=None,
    )


def _load_folder(path: Path, encoding: Encoding | None) -> IssueFolder:
    text_file = path / TEXT_FILE
    if not text_file.is_file():
        raise InputError(
            str(path),
            f"is a folder without {TEXT_FILE}",
            "Give an issue folder or a text file; 'kanbao add TEXT' makes a folder.",
        )
    translation, corrections = path / TRANSLATION_FILE, path / CORRECTIONS_FILE
    outline = path / OUTLINE_FILE
    masthead = _load_masthead(path)
    return IssueFolder(
        masthead=masthead,
        source=load_document(
            text_file, name=f"{path.name}/{TEXT_FILE}", encoding=encoding or masthead.encoding
        ),
        translation=translation if translation.is_file() else None,
        corrections=corrections if corrections.is_file() else None,
        outline=outline if outline.is_file() else None,
    )


def parse_issue_id(name: str) -> str:
    """Give the address-safe id for a folder or file called *name*.

    A name without any Latin letter or figure gets one from its characters' hash.

    >>> parse_issue_id("00_seed_NMG"), parse_issue_id("看报")[:6]
    ('00-seed-nmg', 'issue-')
    """
    issue_id = _NOT_IN_ID.sub("-", name.lower()).strip("-")[:MAX_ID_CHARS].strip("-")
    if issue_id and not _RESERVED_IDS.fullmatch(issue_id):
        return issue_id
    return "issue-" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def is_issue_id(text: str) -> bool:
    """Whether *text* may name an issue folder: small letters, figures and inner hyphens.

    >>> is_issue_id("2021-11-03"), is_issue_id("../evil")
    (True, False)
    """
    return bool(_ID.fullmatch(text)) and not _RESERVED_IDS.fullmatch(text)


def _load_masthead(path: Path) -> Masthead:
    toml_file = path / MASTHEAD_FILE
    shown = f"{path.name}/{MASTHEAD_FILE}"
    if not toml_file.is_file():
        raise IssueFolderError(shown, "is missing", 'Write one with at least paper = "…".')
    try:
        table = tomllib.loads(toml_file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as err:
        raise IssueFolderError(shown, f"cannot be read ({err})", "Mend the file.") from err
    return _parse_masthead(table, issue_id=parse_issue_id(path.resolve().name), shown=shown)


_TEXT_KEYS = ("paper", "paper_en", "edition", "source", "rights", "encoding")


def _parse_masthead(table: dict[str, object], *, issue_id: str, shown: str) -> Masthead:
    unknown = sorted(table.keys() - {*_TEXT_KEYS, "date", "invented"})
    if unknown:
        problem = f"unknown key {unknown[0]!r}"
        raise IssueFolderError(shown, problem, f"Known: {', '.join(_TEXT_KEYS)}, date, invented.")
    texts: dict[str, str | None] = {}
    for key in _TEXT_KEYS:
        value = table.get(key)
        if value is not None and not isinstance(value, str):
            raise IssueFolderError(shown, f"{key} is not text", f'Write {key} = "…".')
        texts[key] = (value or "").strip() or None
    date = table.get("date")
    if isinstance(date, datetime.datetime) or not isinstance(date, datetime.date | None):
        raise IssueFolderError(shown, "date is not a day", "Write date = 2026-03-20.")
    if (paper := texts["paper"]) is None:
        raise IssueFolderError(shown, "paper is missing", 'Write paper = "…".')
    invented = table.get("invented", False)
    if not isinstance(invented, bool):
        raise IssueFolderError(shown, "invented is not true or false", "Write invented = true.")
    return Masthead(
        issue_id=issue_id,
        paper=paper,
        paper_english=texts["paper_en"],
        date=date,
        edition=texts["edition"],
        source=texts["source"],
        rights=texts["rights"],
        is_invented=invented,
        encoding=_parse_encoding(texts["encoding"], shown),
    )


def _parse_encoding(name: str | None, shown: str) -> Encoding | None:
    if name is None:
        return None
    if encoding := find_encoding(name):
        return encoding
    problem = f"encoding {name!r} is unknown"
    raise IssueFolderError(shown, problem, f"Known: {', '.join(Encoding)}.")


def format_masthead(masthead: Masthead) -> str:
    """Write ``issue.toml``; what is not known yet stands there as a comment to fill in."""
    rows = (
        ("paper", masthead.paper, ""),
        ("paper_en", masthead.paper_english, '"the paper\'s name in English"'),
        ("date", masthead.date, "2026-03-20"),
        ("edition", masthead.edition, '"第3版"'),
        ("source", masthead.source, '"where the text came from"'),
        ("rights", masthead.rights, '"who holds the rights"'),
    )
    return "".join(_toml_row(key, value, example) for key, value, example in rows)


def _toml_row(key: str, value: str | datetime.date | None, example: str) -> str:
    if isinstance(value, datetime.date):
        return f"{key} = {value.isoformat()}\n"
    if value is None:
        return f"# {key} = {example}\n"
    # A JSON string is a TOML string, but for one control character.
    quoted = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"{key} = {quoted}\n"
