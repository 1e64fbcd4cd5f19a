"""The text of a saved web page, read with selectolax (MIT).

It builds the tree that browsers build, from any markup. Measured on a page of 2 MB and on broken
ones: Beautiful Soup on Python's parser (MIT) takes 12 times as long, shows a piece of a script and
loses a line after a style; lxml (BSD) is the fastest and loses all text that is nested deeply.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_tools.parse.source.encodings import Encoding, find_encoding

MAX_HEAD_BYTES = 4096
"""Where a page must have named its encoding; browsers look at 1,024 bytes."""

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)

# Marks between pieces of text; the text itself holds none of them.
_BLOCK, _LINE, _CELL, _SOFT = "\f", "\n", "\t", "\x1f"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_JOINT = re.compile(f"[ {_SOFT}]*{_CELL}[ {_SOFT}]*|[ {_SOFT}]+")

# Never shown: programs, styles, fallbacks for what a browser cannot play, readings over hanzi.
_UNSEEN = frozenset(
    "audio canvas datalist head iframe math noframes noscript object rp rt script style svg "
    "template title video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center details dialog div dl fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search "
    "section table ul".split()
)
_LINES = frozenset("br caption dd dt legend li option summary tr".split())
_CELLS = frozenset(("td", "th"))
_BLOCK_SELECTOR = ",".join(sorted((_BLOCKS | _LINES) - {"body"}))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def find_page_encoding(content: bytes) -> Encoding | None:
    """Find the encoding that a page names in its first lines.

    Source: HTML Living Standard, prescan of a byte stream: a page that could name its encoding
    in bytes of ASCII is not in UTF-16, whatever it says.
    """
    named = _CHARSET.search(content, 0, MAX_HEAD_BYTES)
    encoding = find_encoding(named[1].decode("ascii")) if named else None
    is_by_byte = encoding in {Encoding.UTF_8, Encoding.GB18030, Encoding.BIG5}
    return encoding if is_by_byte else None


def read_web_page(markup: str) -> tuple[tuple[str, ...], ...]:
    """Give the blocks of a page, each with its lines: a paragraph, a heading, a list, a table.

    A row of a table is a line, its cells parted by tabs; a cell that holds several blocks is
    layout, and its blocks stand by themselves. Headings, navigation and feet of the page are
    text like any other: the splitter knows furniture. Styles of a style sheet are not known,
    so what only they hide is text too.
    """
    text = "".join(_list_pieces(LexborHTMLParser(markup).root))
    blocks = (
        tuple(filter(None, (_JOINT.sub(_fill, line).strip(" \t") for line in block.split(_LINE))))
        for block in text.split(_BLOCK)
    )
    return tuple(filter(None, blocks))


def _fill(joint: re.Match[str]) -> str:
    """Give what white space of the markup is: nothing where it only breaks a line of hanzi."""
    if _CELL in joint[0]:
        return _CELL
    start, end = joint.span()
    before, after = joint.string[start - 1 : start], joint.string[end : end + 1]
    is_break = _SOFT in joint[0] and before > "\u2e80" and after > "\u2e80"
    return "" if is_break else " "


def _list_pieces(root: LexborNode | None) -> Iterator[str]:
    """Give texts and the marks between them, from the first to the last of the page."""
    # With each node, whether it is in a cell of a row, and whether its line ends are its own.
    waiting: list[tuple[LexborNode | str | None, bool, bool]] = [(root, False, False)]
    while waiting:
        node, in_row, is_set = waiting.pop()
        if node is None:
            continue
        if isinstance(node, str):
            yield node
            continue
        waiting.append((node.next, in_row, is_set))
        if node.is_text_node:
            yield _tidy(node.text_content or "", is_set=is_set)
        elif node.is_element_node and not _is_unseen(node):
            mark = _find_mark(node, in_row=in_row)
            yield "" if mark == _CELL else mark
            waiting.append((mark, in_row, is_set))
            in_row = in_row or (node.tag in _CELLS and len(node.css(_BLOCK_SELECTOR)) <= 1)
            waiting.append((node.first_child, in_row, is_set or node.tag == "pre"))


def _tidy(text: str, *, is_set: bool) -> str:
    shown = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    if is_set:
        return shown.replace("\r\n", _LINE).replace("\r", _LINE)
    return _SPACE.sub(lambda space: _SOFT if "\n" in space[0] else " ", shown)


def _is_unseen(node: LexborNode) -> bool:
    style = node.attributes.get("style") or ""
    return node.tag in _UNSEEN or "hidden" in node.attributes or bool(_HIDING.search(style))


def _find_mark(node: LexborNode, *, in_row: bool) -> str:
    """Give what stands before and after *node*."""
    if node.tag in _CELLS:
        return _CELL
    if node.tag in _BLOCKS:
        return " " if in_row else _BLOCK
    if node.tag in _LINES:
        return " " if in_row else _LINE
    return ""
