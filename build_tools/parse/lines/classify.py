"""What each line of the text is, judged by the line alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps

from build_tools.parse.lines.bylines import is_byline
from build_tools.parse.lines.credits import (
    is_artwork,
    is_caption,
    is_credit,
    is_date_line,
    is_editors_note,
    is_enclosed_title,
    is_note,
)
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.furniture import find_furniture_rule
from build_tools.parse.lines.layout import Layout, PrintedLine
from build_tools.parse.lines.line import Line, LineKind
from build_tools.parse.lines.markdown_marks import (
    is_linked_title,
    is_picture,
    is_quotation,
    without_marks,
)
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.rubrics import is_box

MAX_HEADING_CHARS = 47
"""Longest heading met in real papers; a longer line is text."""
MAX_FLUSH_HEADING_CHARS = 60
"""Longest heading where everything but headings is indented."""
MAX_HEADING_COMMAS = 1
"""Most commas in a heading; with more it is the first half of a cut paragraph."""
MAX_FLUSH_HEADING_COMMAS = 3
"""The same where everything but headings is indented."""
LIST_MARKS = "●▪"
"""Marks before the items of a list."""
MAX_SECTION_CHARS = 14
"""Longest section name after its mark."""

_NOT_IN_HEADING = re.compile(r"。|[，,、；;]$")
_LETTERS = re.compile(r"\w")
_COMMAS = re.compile(r"[，,]")
_NAMED_SECTION = re.compile(
    r"第?\s?[A-Za-z]{0,2}\d{1,5}(?:-\d)?\s?版\s?(?:[:：]\s?[^。，]{1,32}|[(（][^()（）]{0,12}[)）])"
    r"|[A-Z]\d{1,2}\s?[:：]\s?[\u4e00-\u9fff·/]{2,12}"
    r"|(?:专栏|專欄|栏目|欄目|专版|版面)\s?[:：]\s?\S{0,16}"
)
_BRACKETED_SECTION = re.compile(r"[【［\[〔][^【】［］\[\]〔〕。，]{1,12}[】］\]〕]")
_ARCHIVE_TITLE = re.compile(r"###+\s*\S")
_MARKED_UP = re.compile(r"#{1,6}\s*\S")
_SALUTATION = re.compile(
    r"[^。，：:]{0,18}(?:编辑|编辑部|同志们?|先生|女士|老师|朋友们?|读者们?)[：:]"
)
_SPEECH = re.compile(r"(?:问|答|問|记者|記者|主持人|本报记者|Q|A|编辑同志|编辑部)[：:]")
_NUMERAL = re.compile(
    r"[（(]?(?:其\s*)?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|之[一二三四五六七八九十])[）)]?[、.．]?"
)
_NUMBERED = re.compile(
    r"(?:[【\[]第[一二三四五六七八九十]{1,3}[幕章节回步场][】\]]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）])"
)


LineRule = Callable[[PrintedLine, Layout], bool]


def classify_lines(lines: Sequence[PrintedLine], layout: Layout) -> tuple[Line, ...]:
    """Give every line the kind of the first rule that claims it."""
    return tuple(_classify_line(line, layout) for line in lines)


def _classify_line(line: PrintedLine, layout: Layout) -> Line:
    kind, rule = _decide(line, layout)
    return Line(
        line_no=line.line_no,
        text=line.text,
        is_indented=line.is_indented,
        follows_blank=line.follows_blank,
        is_set_right=line.is_set_right,
        pieces=line.pieces,
        kind=kind,
        rule=rule,
    )


def _decide(line: PrintedLine, layout: Layout) -> tuple[LineKind, str]:
    if furniture := find_furniture_rule(line.text):
        return LineKind.FURNITURE, furniture.__name__
    if is_picture(line.text):
        return LineKind.CAPTION, is_picture.__name__
    if is_linked_title(line.text):
        return LineKind.HEADING, is_linked_title.__name__
    if plain := without_marks(line.text).strip():
        line = replace(line, text=plain)
    for kind, rule in LINE_RULES:
        if rule(line, layout):
            return kind, rule.__name__
    return LineKind.TEXT, "is_text"


def is_named_section(line: PrintedLine, _: Layout) -> bool:
    """A page or column that is called one: 第A16版:民情一线通 - 专栏：体育 - ## 新闻.

    Source: electronic editions, archives and newsletters.
    Not: a sentence that mentions a page.
    """
    return bool(_NAMED_SECTION.fullmatch(line.text) or _MARKED_UP.match(line.text))


def is_archive_title(line: PrintedLine, _: Layout) -> bool:
    """The title that an archive set over a story: ### 新窑出砖.

    Source: archives of papers, one file a story in Markdown.
    Not: a newsletter's section, which has one mark or two.
    """
    return _ARCHIVE_TITLE.match(line.text) is not None


def is_salutation(line: PrintedLine, _: Layout) -> bool:
    """Whom a letter is written to: 榆川日报“江边”副刊编辑：.

    Source: newspaper habit: letters in the supplement.
    Not: a kicker that ends in a colon (市委书记座谈时提出：).
    """
    return _SALUTATION.fullmatch(line.text) is not None


def is_marked_section(line: PrintedLine, _: Layout) -> bool:
    """A mark and a short name (栏目) that is no byline.

    Source: newspaper habit: ■聚焦 stands over all stories up to the next mark; 【来论】.
    Not: ■他说，今年收成好。 - the label of a box (■延伸阅读), which is of its story.
    """
    text = line.text
    if is_numbered(text) or is_box(text):
        return False
    if _BRACKETED_SECTION.fullmatch(text):
        return True
    name = text.lstrip(MARKS).strip()
    if text[0] in LIST_MARKS and "：" in name:
        return False
    return (
        text[0] in MARKS
        and 0 < len(name) <= MAX_SECTION_CHARS
        and not re.search(r"[。，；！？]", name)
    )


def opens_speech(line: PrintedLine, layout: Layout) -> bool:
    """A question or an answer of an interview, however short.

    Source: newspaper habit: 问：… 答：… - 记者：…
    Not: a headline with one speaker (央行：物价将回落), who does not speak three times.
    """
    head, colon, _ = line.text[:9].replace(":", "：").partition("：")
    return bool(_SPEECH.match(line.text)) or (bool(colon) and head in layout.speakers)


def is_heading(line: PrintedLine, layout: Layout) -> bool:
    """Short, without full stop, not broken off at a comma.

    Wrong for the first half of a paragraph that a column break cut within its first clauses.

    Source: newspaper habit: headlines carry ！ or ？ or nothing, never 。
    """
    text = line.text
    if text[0] in LIST_MARKS and len(text) > MAX_SECTION_CHARS:
        return False
    is_flush = layout.indents_body and not line.is_indented
    longest = MAX_FLUSH_HEADING_CHARS if is_flush else MAX_HEADING_CHARS
    most_commas = MAX_FLUSH_HEADING_COMMAS if is_flush else MAX_HEADING_COMMAS
    return (
        len(text) <= longest
        and _LETTERS.search(text) is not None
        and not _NOT_IN_HEADING.search(text)
        and len(_COMMAS.findall(text)) <= most_commas
    )


def is_lone_dateline(line: PrintedLine, _: Layout) -> bool:
    """A dateline on a line of its own: 本报洛山6月19日电.

    Source: web editions that break the line before the reporters.
    Not: a headline that opens with a paper's name.
    """
    return DATELINE.fullmatch(line.text) is not None


def is_long_note(line: PrintedLine, _: Layout) -> bool:
    """An editor's note that opens with its heading.

    Source: newspaper habit: 编者按：… before or behind a story.
    Not: a short line, which is the heading of a note.
    """
    return is_editors_note(line.text) and len(line.text) > MAX_SECTION_CHARS


def is_note_heading(line: PrintedLine, _: Layout) -> bool:
    """The heading of an editor's note on a line of its own.

    Source: newspaper habit: 编者按 on a line above the note.
    Not: a headline that contains the word.
    """
    return is_editors_note(line.text) and len(line.text) <= MAX_SECTION_CHARS


def _by_text(rule: Callable[[str], bool]) -> LineRule:
    """Ask *rule* for the text alone."""

    @wraps(rule)
    def ask(line: PrintedLine, _: Layout) -> bool:
        return rule(line.text)

    return ask


# In order: the first that claims a line names it; furniture was asked before.
LINE_RULES: tuple[tuple[LineKind, LineRule], ...] = (
    (LineKind.HEADING, is_archive_title),
    (LineKind.SECTION, is_named_section),
    (LineKind.TEXT, _by_text(is_quotation)),
    (LineKind.CREDIT, _by_text(is_credit)),
    (LineKind.NOTE, _by_text(is_note)),
    (LineKind.BYLINE, _by_text(is_byline)),
    (LineKind.NOTE, is_note_heading),
    (LineKind.DATE, _by_text(is_date_line)),
    (LineKind.CAPTION, _by_text(is_enclosed_title)),
    (LineKind.CAPTION, _by_text(is_artwork)),
    (LineKind.TEXT, is_salutation),
    (LineKind.SECTION, is_marked_section),
    (LineKind.TEXT, opens_speech),
    (LineKind.TEXT, is_lone_dateline),
    (LineKind.CAPTION, _by_text(is_caption)),
    (LineKind.TEXT, is_long_note),
    (LineKind.HEADING, is_heading),
)


def is_numbered(text: str) -> bool:
    """Whether *text* opens with a number of a series: 一、 - （二） - 3. ."""
    return _NUMBERED.match(text) is not None


def is_numeral(text: str) -> bool:
    """Whether *text* is a number of a series and nothing else: 一 - （二） - 3."""
    return _NUMERAL.fullmatch(text) is not None
