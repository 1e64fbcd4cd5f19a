"""What shows that a heading opens a story: one small rule for each newspaper habit."""

import re

from build_tools.parse.lines.classify import is_numbered
from build_tools.parse.lines.credits import is_editors_note
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.line import LineKind
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.stories.cohesion import goes_on
from build_tools.parse.stories.headings import is_deck_line
from build_tools.parse.stories.headless import BRIEF_SIGNS, is_brief_column
from build_tools.parse.stories.stacks import HEADS, Stack

MAX_SERIES_BLOCKS = 40
"""How far below the first numbered item the second one begins."""
MAX_DESK_CHARS = 12
"""Longest name of a desk or a site that stands for the writer."""
MIN_ADVERTISEMENT_BLOCKS = 3
"""Fewest short lines, with no text among them, that make an advertisement."""
_STANDING_HEAD = re.compile(
    r"(?:图片报道|图片新闻|圖片新聞|图说新闻|图说|.{0,4}天气(?:预报|趋势|快报)?|更正|致歉|启事|啟事|公告|声明|简讯|短讯|要闻简报|新闻简报|(?:今日|本期|本报)?导读|讣告|遗失声明|招领启事|作者|来信照登)"
)
NAMED_COLUMN = re.compile(
    r"[（(](?:[\u4e00-\u9fff·]{2,10}|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,8}"
    r"|“[^“”（）()]{2,20}”[\u4e00-\u9fff]{0,6})[）)]$"
)
_SALUTATION = re.compile(r"(?:尊敬的)?(?:编辑|編輯|编者|总编|主编)(?:同志|先生|部|老师)?[：:]")
_CLAUSES_OR_FIGURES = re.compile(r"[，：:、\d]")
_KICKER = re.compile(r"(?:——|──|――|：|强调|強調)$")


def opens_page(stack: Stack) -> bool:
    """The first heading of all.

    Source: newspaper habit: a page begins with a headline, bylined or not.
    Not: page furniture, which was taken out before.
    """
    return stack.story is None


def is_marked_up(stack: Stack) -> bool:
    """A heading marked as one: # - ## - ###.

    Source: newsletters and archives in Markdown.
    Not: a number sign inside a line.
    """
    return stack.first.text[0] == "#"


def stands_under_section(stack: Stack) -> bool:
    """A headline right under its section or column.

    Source: newspaper habit: ■聚焦 / 破解执行难.
    Not: a marked line with text under it, which is a heading itself; a label in brackets inside
    the story of a web page ([记者调查]).
    """
    is_label = (
        stack.layout.marks_stories
        and len(stack.heads) == 1
        and stack.first.text[0] in "[【〔［"
        and stack.before is not None
        and stack.before.kind is stack.after_kind is LineKind.TEXT
        and not stack.first.lines[0].follows_page
    )
    return stack.first.kind is LineKind.SECTION and not is_label


def stands_over_briefs(stack: Stack) -> bool:
    """The head of a column of briefs, each behind a mark: 市聲 / ◘… / ◘….

    Source: newspaper habit: 简讯 / ◎… / ◎….
    Not: one marked paragraph under a headline.
    """
    after = stack.after
    below = stack.blocks[stack.end + 1] if stack.end + 1 < len(stack.blocks) else None
    if after is None or below is None or not after.kind is below.kind is LineKind.TEXT:
        return False
    if DATELINE.match(after.text) and DATELINE.match(below.text):
        return is_brief_column(stack.heads[-1].text)
    if after.text[0] != below.text[0]:
        return False
    is_column = after.text[0] in MARKS and is_brief_column(stack.heads[-1].text)
    return after.text[0] in BRIEF_SIGNS or is_column


def stands_over_dateline(stack: Stack) -> bool:
    """A headline: the text under it opens with a dateline.

    Source: newspaper habit: 图书馆开馆 / 本报讯（记者 江月）….
    Not: a sub-heading, whose text goes on with the story.
    """
    return stack.after is not None and bool(DATELINE.match(stack.after.text))


def stands_over_byline(stack: Stack) -> bool:
    """A headline: a byline follows it.

    Source: newspaper habit: 破解执行难 / □本报记者 李晗.
    Not: a sub-heading, which is followed by text.
    """
    return stack.after is not None and stack.after.kind is LineKind.BYLINE


def is_flush_heading(stack: Stack) -> bool:
    """A headline, flush where everything else is indented.

    Source: web editions, which indent every paragraph by two ideographic spaces.
    Not: a page where headings and paragraphs are flush alike.
    """
    return stack.layout.indents_body and not stack.first.lines[0].is_indented


def follows_gap(stack: Stack) -> bool:
    """A headline behind a blank line, where blank lines stand between stories alone.

    Source: text editions put together story by story.
    Not: a page where a blank line follows every paragraph.
    """
    return stack.layout.parts_stories and stack.first.follows_blank


def opens_series(stack: Stack) -> bool:
    """The name of a column over its first numbered item, the second of which follows below.

    Source: newsletters copied from their web page: 科技动态 / 1、智能门铃的隐患 / … / 2、….
    Not: a numbered sub-heading under a sub-heading, which stands inside a numbered part.
    """
    if len(stack.heads) != 2 or is_numbered(stack.first.text):  # noqa: PLR2004 - column and item
        return False
    if not re.match(r"1[、.．]", stack.heads[1].text):
        return False
    below = stack.blocks[stack.end : stack.end + MAX_SERIES_BLOCKS]
    return any(block.kind in HEADS and re.match(r"2[、.．]", block.text) for block in below)


def continues_series(stack: Stack) -> bool:
    """The next numbered item of a column whose first item opened the story above.

    Source: newsletters: 1、… 2、… under a section.
    Not: numbered points inside a story, which has its own headline.
    """
    if stack.story is None or not is_numbered(stack.first.text):
        return False
    heads = [b for b in stack.blocks[stack.story : stack.story + 4] if b.kind is LineKind.HEADING]
    if heads and is_numbered(heads[0].text):
        return True
    is_first = len(heads) > 1 and re.match(r"1[、.．]", heads[1].text) is not None
    return is_first and stack.first.text[0].isdigit()


def is_advertisement(stack: Stack) -> bool:
    """Short lines with no text among or under them, behind a story that is complete.

    Source: newspaper habit: advertisements at the foot of a page.
    Not: a heading stack, which has text under it.
    """
    return (
        len(stack.heads) >= MIN_ADVERTISEMENT_BLOCKS
        and (stack.after is None or stack.after.kind in {LineKind.SECTION, LineKind.LIST})
        and stack.before is not None
    )


def has_deck(stack: Stack) -> bool:
    """A stack with a deck (——…) or a kicker (…强调, …——): sub-headings have neither.

    Source: newspaper habit: 引题, 主题, 副题.
    Not: one line, or two without such a mark.
    """
    heads = [block.text for block in stack.heads]
    return len(heads) > 1 and (
        any(is_deck_line(text) for text in heads[1:]) or bool(_KICKER.search(heads[0]))
    )


def has_several_lines(stack: Stack) -> bool:
    """Two heading lines or more over running text, where sub-headings are one.

    Source: newspaper habit: kicker and headline, headline and deck without marks; in Taiwan the
    desk (地方新聞) between headline and caption.
    Not: lines with clauses or figures, which are rows or speech; a stack over printed columns.
    """
    after = stack.after
    if len(stack.heads) == 2 and after is not None and after.kind is LineKind.CAPTION:  # noqa: PLR2004 - a headline and a desk
        return len(stack.heads[1].text) <= MAX_DESK_CHARS
    return (
        len(stack.heads) > 1
        and after is not None
        and after.kind in {LineKind.TEXT, LineKind.CAPTION}
        and after.rule != "is_in_printed_column"
        and not stack.layout.marks_stories
        and not any(_CLAUSES_OR_FIGURES.search(block.text) for block in stack.heads)
    )


def is_standing_head(stack: Stack) -> bool:
    """A headline that papers use again and again: 图片报道, 启事, 更正.

    Source: newspaper habit: rubrics for pictures, corrections and notices.
    Not: a headline that only contains such a word.
    """
    return any(_STANDING_HEAD.fullmatch(block.text) for block in stack.heads) or bool(
        re.search(r"(?:启事|公告|声明|通告|公示|布告|讣告|公報|啟事)$", stack.first.text)
    )


def stands_over_note(stack: Stack) -> bool:
    """A headline over an editor's note (编者按).

    Source: newspaper habit: 编者按 between headline and text.
    Not: a note behind the story it is about.
    """
    return stack.after is not None and is_editors_note(stack.after.text)


def stands_over_letter(stack: Stack) -> bool:
    """A headline over a letter to the editor: 编辑同志：….

    Source: newspaper habit: pages of letters and advice.
    Not: a salutation inside an interview.
    """
    return stack.after is not None and _SALUTATION.match(stack.after.text) is not None


def stands_over_poem(stack: Stack) -> bool:
    """The title of a poem: many short lines without punctuation stand under it.

    Source: web editions whose author lines are lost.
    Not: a heading over a verse or two that end an article, which are punctuated.
    """
    return stack.after is not None and stack.after.rule == "is_untitled_run"


def names_column(stack: Stack) -> bool:
    """A headline that names its column in brackets at the end.

    Source: newspaper habit: 河长的鞋底（今日小议）.
    Not: brackets that hold a number or stand inside.
    """
    return any(NAMED_COLUMN.search(block.text) for block in stack.heads)


def is_over_column(stack: Stack) -> bool:
    """A headline over printed columns, which are set under headlines of two lines or more.

    Source: newspaper habit: tabloids of the 1920s and 30s.
    Not: a label, told before.
    """
    after = stack.after
    return after is not None and after.rule == "is_in_printed_column"


def changes_subject(stack: Stack) -> bool:
    """The text under the heading shares few words with the story above it.

    Source: vocabulary goes on within a story and changes between stories (Hearst 1997,
    TextTiling).
    Not: a sub-heading, whose people, places and things are those of its story; a page that
    signs every story; a short line inside a story that is marked up (## …).
    """
    if stack.story is None or stack.layout.marks_stories:
        return False
    if stack.blocks[stack.story].text.startswith("##"):
        return False
    return not goes_on(stack.blocks, stack.story, stack.start, stack.end)
