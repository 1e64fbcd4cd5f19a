"""The values of a split issue, and findings. `build_tools.annotation` has the annotated ones.

Text is NFC Unicode as printed. Spans count lines from 1, both ends included.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class StoryKind(StrEnum):
    """What a story is to its reader."""

    ARTICLE = "article"
    """A report: headline, byline, paragraphs."""
    COMMENTARY = "commentary"
    """Signed opinion (评论): the byline names a writer, not a reporter."""
    PHOTO = "photo"
    """A picture with its caption and credit (图片报道)."""
    BRIEF = "brief"
    """One short paragraph (简讯), with or without a headline."""
    NOTICE = "notice"
    """A public notice or decree (公告)."""


class ParagraphKind(StrEnum):
    """What a paragraph is within its story."""

    BODY = "body"
    """Running text."""
    SUBHEADING = "subheading"
    """A heading inside the story (小标题), such as ``司法为民见真章``."""
    CAPTION = "caption"
    """The text under a picture (图片说明)."""
    CREDIT = "credit"
    """Who took the picture, such as ``本报记者 王芳 摄``."""
    VERSE = "verse"
    """One line of a poem."""
    LIST = "list"
    """One entry of a list."""
    NOTE = "note"
    """What stands about the story: ``（作者为县农技站站长）``, ``（下转第四版）``, a signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpan:
    """Where something stands in the input."""

    file: str
    """File as the editor named it: ``issue.txt``."""
    first_line: int
    """First line, from 1: ``85``."""
    last_line: int
    """Last line, included: ``88``."""

    def __str__(self) -> str:
        """``issue.txt:85``, as editors and terminals understand it."""
        return f"{self.file}:{self.first_line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote, told or photographed (署名)."""

    role: str
    """As printed: ``本报记者``; empty where only a name stands."""
    names: tuple[str, ...]
    """Personal names, inner spaces removed: ``("李晗",)``."""
    is_inline: bool = False
    """True where it stands inside a paragraph, as in ``本报讯（记者 李晗）``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph or inner heading, mended where a column break had cut it."""

    kind: ParagraphKind
    """``body``."""
    text: str
    """Without line breaks: ``近日，…``."""
    span: SourceSpan
    """All lines it was put together from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of an issue, as split from the text."""

    story_id: str
    """Stable, from the headline's text: ``s3f9a2c1b``."""
    kind: StoryKind
    """``article``."""
    section: str | None
    """Section or column it stands under (栏目): ``聚焦``."""
    kicker: str | None
    """The line above the headline (引题)."""
    headline: str | None
    """``破解执行难 这场硬仗打得漂亮！``; `None` for a brief without one."""
    deck: str | None
    """The line under the headline (副题)."""
    bylines: tuple[Byline, ...]
    """In printed order."""
    dateline: str | None
    """The opening of the first paragraph that dates it (电头): ``本报讯``."""
    paragraphs: tuple[Paragraph, ...]
    """In printed order; never empty."""
    text: str
    """The whole story as it stands in the input, heading lines included, LF between lines."""
    span: SourceSpan
    """From its first heading line to its last line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of the input that belongs to no story."""

    text: str
    """As it stands: ``责任编辑：王芳``."""
    span: SourceSpan
    """Its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A paragraph put together again where a column break had cut it."""

    before: str
    """The last characters before the break: ``领导包案``."""
    after: str
    """The first characters after it: ``机制，建立``."""
    span: SourceSpan
    """The line that was joined on; the lines of a printed column together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One newspaper issue or page, split into its stories."""

    issue_id: str
    """Folder name and address: ``sample``."""
    paper: str
    """``云溪报``."""
    paper_english: str | None
    """``Yunxi News``."""
    date: datetime.date | None
    """Printed date."""
    edition: str | None
    """``第3版``."""
    source: str | None
    """Where the text came from."""
    rights: str | None
    """Who holds the rights and under which terms it is shown."""
    is_invented: bool
    """True for a sample that no newspaper printed: pages say so."""
    stories: tuple[Story, ...]
    """In the paper's order."""
    furniture: tuple[SourceLine, ...]
    """Mastheads, page numbers, editors' lines: kept apart, never a story."""
    unplaced: tuple[SourceLine, ...]
    """Lines that no rule claimed."""
    mends: tuple[Mend, ...]
    """Every place where two lines were joined."""
    misfits: tuple[SourceLine, ...] = ()
    """Lines of ``outline.txt`` that no line of the text fits any more."""
    newcomers: tuple[SourceLine, ...] = ()
    """Lines of the text that ``outline.txt`` does not know: the rules decided them."""
    guesses: tuple[SourceLine, ...] = ()
    """Headings that the rules made a story's or a sub-heading, and could only guess which."""


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    """Worth a look; never fails a build."""
    WARNING = "warning"
    """A reader may notice; fails under ``--strict``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the build was unsure of."""

    code: str
    """Key of the table in ``check/codes.py``: ``P001``."""
    message: str
    """One line, with the text it is about."""
    span: SourceSpan
    """Where to look."""
    severity: Severity
    """Whether ``--strict`` fails on it."""
