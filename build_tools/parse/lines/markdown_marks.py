"""Marks of Markdown in a newsletter's text: what a line says without them."""

import re

_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{1,400}\)")
_PICTURE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()\s]{1,400}\)")
_BOLD = re.compile(r"\*\*([^*]{1,200})\*\*|__([^_]{1,200})__")
_LINKED = re.compile(r"(?:\d{1,3}[、.．]\s?)?\[([^\[\]]{1,200})\]\([^()\s]{1,400}\)([^\[\]]{0,60})")
_ITEM = re.compile(r"\d{1,3}[、.．](?!\d)\s?")

MAX_MARKED_CHARS = 600
"""Longest line whose marks are taken off; headings are far shorter."""


def without_marks(text: str) -> str:
    """Give *text* without link targets and bold marks: what a reader of the page sees.

    >>> without_marks("1、[纸样盒](https://tools.example/box)（英文）")
    '1、纸样盒（英文）'
    """
    if len(text) > MAX_MARKED_CHARS:
        return text
    return _BOLD.sub(r"\1\2", _LINK.sub(r"\1", text))


def part_title(text: str) -> tuple[str, str]:
    """Part the title of a linked headline from the remark behind it.

    >>> part_title("1、[纸样盒](https://tools.example/box)（英文）")
    ('纸样盒', '（英文）')
    >>> part_title("桥修好了")
    ('桥修好了', '')
    """
    match = _LINKED.fullmatch(text) if len(text) <= MAX_MARKED_CHARS else None
    return (match[1], match[2]) if match else (without_number(without_marks(text)), "")


def without_number(text: str) -> str:
    """Give a headline without the number of its place in a column.

    >>> without_number("2、纸样盒"), without_number("2.5亿元到位")
    ('纸样盒', '2.5亿元到位')
    """
    return _ITEM.sub("", text, count=1) if _ITEM.match(text) else text


def is_picture(text: str) -> bool:
    """Whether *text* is the place of a picture: ![](…)."""
    return len(text) <= MAX_MARKED_CHARS and _PICTURE.fullmatch(text) is not None


def is_quotation(text: str) -> bool:
    """Whether *text* is a line of a quotation: > ….

    Source: newsletters in Markdown.
    Not: a lone sign.
    """
    return text.startswith("> ") and len(text) > len("> ")


def is_linked_title(text: str) -> bool:
    """Whether *text* is a numbered title that links to its story, whatever commas it has.

    Source: newsletters in Markdown: 2、[借用，改良，替换](https://…)（英文）.
    Not: a paragraph that opens with a link.

    >>> is_linked_title("2、[借用，改良，替换](https://tools.example/copy)")
    True
    """
    if len(text) > MAX_MARKED_CHARS or not _ITEM.match(text):
        return False
    match = _LINKED.fullmatch(text)
    return match is not None and "。" not in match[1] + match[2]
