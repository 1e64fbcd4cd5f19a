"""The encodings that Chinese newspapers' texts come in, each with its widest table."""

import codecs
from collections.abc import Mapping
from enum import StrEnum


class Encoding(StrEnum):
    """How a text was saved; the value is what ``--encoding`` takes."""

    UTF_8 = "utf-8"
    """With or without byte order mark."""
    UTF_16 = "utf-16"
    """The byte order mark says which end comes first; without one the little end."""
    UTF_16_LE = "utf-16-le"
    """What Windows calls Unicode, without its mark."""
    UTF_16_BE = "utf-16-be"
    """The big end first."""
    UTF_32 = "utf-32"
    """Only with its byte order mark."""
    GB18030 = "gb18030"
    """Mainland China; GB 2312 and GBK are parts of it."""
    BIG5 = "big5"
    """Taiwan, Hong Kong, Macau: Windows' cp950 with the characters of HKSCS."""


# By Python's own name for what a user or a web page calls it. A text that says GB 2312 or GBK
# may hold what only GB 18030 has (the no-break space is the commonest).
_ENCODING_BY_CODEC: Mapping[str, Encoding] = {
    "utf-8": Encoding.UTF_8,
    "utf-8-sig": Encoding.UTF_8,
    "ascii": Encoding.UTF_8,
    "utf-16": Encoding.UTF_16,
    "utf-16-le": Encoding.UTF_16_LE,
    "utf-16-be": Encoding.UTF_16_BE,
    "utf-32": Encoding.UTF_32,
    "gb18030": Encoding.GB18030,
    "gbk": Encoding.GB18030,
    "gb2312": Encoding.GB18030,
    "big5": Encoding.BIG5,
    "cp950": Encoding.BIG5,
    "big5hkscs": Encoding.BIG5,
}

# UTF-32 first: its mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, Encoding.UTF_8),
    (codecs.BOM_UTF32_LE, Encoding.UTF_32),
    (codecs.BOM_UTF32_BE, Encoding.UTF_32),
    (codecs.BOM_UTF16_LE, Encoding.UTF_16),
    (codecs.BOM_UTF16_BE, Encoding.UTF_16),
)
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def find_encoding(name: str) -> Encoding | None:
    """Find the encoding that *name* means, by any name that Python knows for it.

    >>> find_encoding("GBK"), find_encoding("cp950"), find_encoding("koi8-r")
    (<Encoding.GB18030: 'gb18030'>, <Encoding.BIG5: 'big5'>, None)
    """
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):  # ValueError: a name that cannot be one.
        return None
    return _ENCODING_BY_CODEC.get(codec)


def find_marked_encoding(content: bytes) -> Encoding | None:
    """Find the encoding that the byte order mark of *content* names."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)


def decode_as(content: bytes, encoding: Encoding) -> str:
    """Give the text of *content*, without byte order mark.

    Raises:
        UnicodeDecodeError: it does not fit *encoding*.
    """
    text = _translate(content.decode(_codec(content, encoding), _EURO), encoding)
    return text.removeprefix(_MARK)


def decode_in_part(content: bytes, encoding: Encoding) -> str:
    """Give as much of the text as can be read, U+FFFD where *content* does not fit: to judge it."""
    text = _translate(content.decode(_codec(content, encoding), "replace"), encoding)
    return text.removeprefix(_MARK)


def _codec(content: bytes, encoding: Encoding) -> str:
    if encoding is Encoding.BIG5:
        return "big5hkscs"
    if encoding is Encoding.UTF_16 and find_marked_encoding(content) is None:
        return "utf-16-le"  # Python would take the end that this machine has first.
    return encoding


def _translate(text: str, encoding: Encoding) -> str:
    match encoding:
        case Encoding.BIG5:
            return text.translate(_CP950_SIGNS)
        case Encoding.GB18030:
            return text.translate(_GB18030_SINCE_2005)
        case _:
            return text


# Where HKSCS and cp950 read the same bytes as different signs, web browsers side with cp950,
# and so do Taiwan's papers: the dot of foreign names is A145, the tilde A1E3.
# Source: WHATWG Encoding Standard, index Big5.
_CP950_SIGNS = str.maketrans(
    {
        "\N{BULLET}": "\N{HYPHENATION POINT}",
        "\N{HALFWIDTH IDEOGRAPHIC COMMA}": "\N{SMALL COMMA}",
        "\N{OVERLINE}": "\N{MACRON}",
        "\N{TILDE OPERATOR}": "\N{FULLWIDTH TILDE}",
        "\N{EARTH}": "\N{CIRCLED PLUS}",
        "\N{SUN}": "\N{CIRCLED DOT OPERATOR}",
        "\N{YEN SIGN}": "\N{FULLWIDTH YEN SIGN}",
        "\N{CENT SIGN}": "\N{FULLWIDTH CENT SIGN}",
        "\N{POUND SIGN}": "\N{FULLWIDTH POUND SIGN}",
        "\N{HALFWIDTH BLACK SQUARE}": "\N{DARK SHADE}",
    }
)

# Python reads GB 18030 by the table of 2000: signs of vertical setting and some hanzi come out
# as private-use characters that no font has.
# Source: GB 18030-2005 and -2022, table of mappings.
_GB18030_SINCE_2005 = str.maketrans(
    "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue7c7"
    "\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
    "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u1e3f"
    "\U00020087\U00020089\U000200cc\u9fb4\u9fb5\u9fb6\u9fb7\U000215d7\u9fb8\U0002298f"
    "\u9fb9\u9fba\U000241fe\u9fbb",
)

_EURO = "kanbao.euro"
# The euro came after the tables: Windows put it where these had nothing.
# Source: WHATWG Encoding Standard, gb18030 decoder and index Big5.
_EURO_BYTES: Mapping[str, bytes] = {"gb18030": b"\x80", "big5hkscs": b"\xa3\xe1"}


def _read_euro(error: UnicodeError) -> tuple[str, int]:
    """Read the one sign that Windows' tables have and Python's have not.

    A decoder of Python's can be told of a sign only by a named error handler.
    """
    if isinstance(error, UnicodeDecodeError):
        euro = _EURO_BYTES.get(error.encoding)
        if euro and error.object.startswith(euro, error.start):
            return "\N{EURO SIGN}", error.start + len(euro)
    raise error


codecs.register_error(_EURO, _read_euro)
