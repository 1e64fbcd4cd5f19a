"""Text to HTML. The only place where `Markup` is made, and it escapes everything.

All other modules of the page build HTML from `element` and `join`: text that is not
`Markup` already is cleaned and escaped on its way in, so that no text can become markup.
Tag and attribute names are literals of the code.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from build_tools.annotate.tokens import HAN

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# What HTML may not contain (controls, surrogates, noncharacters), what its parsers change
# (CR), and what turns round the order of the text beside it (bidi embeddings, overrides,
# isolates).
_NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_UNPRINTABLE_CLASS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + _NONCHARACTERS
)
_UNPRINTABLE = re.compile(f"[{_UNPRINTABLE_CLASS}]")
_TO_ESCAPE = re.compile(f"[&<>\"'{_UNPRINTABLE_CLASS}]")
_HANZI = re.compile(f"({HAN.pattern}+)")
_VOID_TAGS = frozenset(("br", "input", "wbr"))


def element(tag: str, *content: str, **attributes: str | None) -> Markup:
    """Give one element; *content* that is no `Markup` is text.

    Args:
        tag: a literal.
        content: children, in order.
        attributes: ``class_`` for ``class``, ``data_py`` for ``data-py``; `None` leaves
            the attribute out, an empty text writes it empty.

    >>> element("p", "1 < 2", class_="kb-deck")
    Markup('<p class="kb-deck">1 &lt; 2</p>')
    """
    opening = f"<{tag}{_format_attributes(attributes)}>" if attributes else f"<{tag}>"
    if tag in _VOID_TAGS:
        return Markup(opening)  # noqa: S704 - escaped above, as all here
    return Markup(f"{opening}{''.join(map(_html, content))}</{tag}>")  # noqa: S704


def _format_attributes(attributes: dict[str, str | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_html(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def join(pieces: Iterable[str], between: str = "") -> Markup:
    """Join *pieces*; what is no `Markup` is text.

    >>> join(["a", element("wbr"), "<b>"])
    Markup('a<wbr>&lt;b&gt;')
    """
    return Markup(str.join(_html(between), map(_html, pieces)))  # noqa: S704


def text(content: str) -> Markup:
    r"""Give *content* as HTML that shows it; `Markup` stays as it is.

    Characters that HTML forbids or that would reorder the text around them show as U+FFFD.

    >>> text("<\u202e&") == "&lt;\ufffd&amp;"
    True
    """
    return Markup(_html(content))  # noqa: S704


def _html(content: str) -> str:
    """Escape *content*; most words have nothing to escape, and a page has thousands."""
    if isinstance(content, Markup) or not _TO_ESCAPE.search(content):
        return content
    return escape(clean(content))


def clean(content: str) -> str:
    """Replace what may not stand in HTML by U+FFFD, one for one."""
    return _UNPRINTABLE.sub(REPLACEMENT, content)


def english(*content: str, tag: str = "span", **attributes: str | None) -> Markup:
    """Give an English run; hanzi in its text keep their own language.

    >>> english("variant of 女红")
    Markup('<span lang="en">variant of <span lang="zh-Hans">女红</span></span>')
    """
    return element(tag, *map(_mark_hanzi, content), lang="en", **attributes)


def _mark_hanzi(content: str) -> Markup:
    if isinstance(content, Markup) or not has_hanzi(content):
        return text(content)
    return join(
        element("span", run, lang="zh-Hans") if place % 2 else run
        for place, run in enumerate(_HANZI.split(content))
    )


def has_hanzi(content: str) -> bool:
    """Whether *content* is Chinese; if not, on these pages, it is English."""
    return bool(_HANZI.search(content))


def label(chinese: str, in_english: str) -> Markup:
    """Give a label of the page in both languages: ``生词 Key words``."""
    return join((chinese, " ", english(in_english)))
