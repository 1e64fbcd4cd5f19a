"""What a story is to its reader: article, commentary, photo, brief or notice."""

from collections.abc import Sequence

from build_tools.model import Byline, StoryKind
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.stories.roles import PlannedBlock, Role

MAX_BRIEF_CHARS = 150
"""Longest unsigned one-paragraph story that counts as a brief, in characters."""
MAX_PHOTO_PARAGRAPHS = 2
"""Most paragraphs of a photo story; with more it is an article with a picture."""

MAX_PHOTO_CHARS = 400
"""Longest text of a photo story."""

_COMMENTARY_NAMES = tuple(
    "评论 时评 社论 短评 杂谈 论坛 快评 锐评 小议 来论 言论 钟声 微评 茶座".split()
)
_NOTICE_HEADLINES = tuple(
    "公告 启事 通告 声明 公示 通知 布告 讣告 令 决定 名单 更正 公報 啟事".split()
)
_RUNNING = frozenset((Role.BODY, Role.CAPTION, Role.VERSE, Role.LIST))


def story_kind(
    blocks: Sequence[PlannedBlock],
    headline: str | None,
    section: str | None,
    bylines: Sequence[Byline],
) -> StoryKind:
    """Tell the kind of the story that *blocks* make."""
    texts = [block.text for block in blocks if block.role in _RUNNING]
    is_signed = any(not byline.is_inline for byline in bylines)
    has_picture = any(block.role in {Role.CREDIT, Role.CAPTION} for block in blocks)
    is_notice = bool(headline) and (headline or "").endswith(_NOTICE_HEADLINES)
    is_report = any(DATELINE.match(text) for text in texts)
    is_short = len(texts) <= MAX_PHOTO_PARAGRAPHS and sum(map(len, texts)) <= MAX_PHOTO_CHARS
    captions = sum(block.role is Role.CAPTION for block in blocks)
    is_of_pictures = is_short or captions > len(texts) - captions
    if has_picture and not is_signed and is_of_pictures and not is_notice and not is_report:
        return StoryKind.PHOTO
    if _is_commentary(blocks, headline, section):
        return StoryKind.COMMENTARY
    if is_notice or (blocks and not texts and not has_picture):
        return StoryKind.NOTICE
    if not blocks:
        return StoryKind.PHOTO  # the title of a picture that is lost
    if not is_signed and len(texts) == 1 and len(texts[0]) <= MAX_BRIEF_CHARS:
        return StoryKind.BRIEF
    return StoryKind.ARTICLE


def _is_commentary(
    blocks: Sequence[PlannedBlock], headline: str | None, section: str | None
) -> bool:
    """Signed opinion.

    Source: newspaper habit: ◎ before a bare name, while reporters carry their role; 本报评论员; a
    column named so, as the section or in brackets behind the headline.
    """
    lines = [block.text for block in blocks if block.role is Role.BYLINE]
    if any((line[0] == "◎" and "记者" not in line) or "评论员" in line for line in lines):
        return True
    if section and section.endswith(_COMMENTARY_NAMES):
        return True
    return bool(headline) and (headline or "").rstrip("）)").endswith(_COMMENTARY_NAMES)
