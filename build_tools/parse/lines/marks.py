"""Marks that papers set before a line, and the line without them."""

import re

# Marks that papers set before a byline, a section or a column; which one it is, is told
# from what follows, since one issue may use the same mark for all three.
BULLET = "•"
"""Before a link of a web page, and on some sites before the headline too."""
MARKS = "■□◎●○◆◇▲△★☆▼▽◘◙▍▌█▶◀►◄▪▫※"


def bare(text: str) -> str:
    """Give a section's or heading's *text* without the marks that set it off.

    >>> (
    ...     bare("■聚焦"),
    ...     bare("【来论】"),
    ...     bare("专栏：体育"),
    ...     bare("第A16版:民情一线通"),
    ...     bare("## 新闻"),
    ... )
    ('聚焦', '来论', '体育', '民情一线通', '新闻')
    """
    if text[0] in MARKS and text[-1] in MARKS:
        text = text.rstrip(MARKS)
    text = text.lstrip(MARKS + BULLET + "#").strip()
    if match := re.fullmatch(r"[【［\[〔](.+)[】］\]〕]", text):
        return match[1]
    if match := re.fullmatch(
        r"(?:第?\s?[A-Z]?\d{1,3}\s?版|专栏|專欄|栏目|欄目)\s?[:：(（]?\s?(.*?)[)）]?", text
    ):
        return match[1]
    return text
