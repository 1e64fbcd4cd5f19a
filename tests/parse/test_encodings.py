"""Texts in the encodings that newspapers' files really have, whole, damaged and mixed."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import InputError
from build_tools.parse.source.encoding_guess import MIN_LEAD, MIN_SHARE, decode_text
from build_tools.parse.source.encodings import Encoding, decode_as, find_encoding
from build_tools.parse.source.legibility import COMMON_CHARACTERS, common_share

SIMPLIFIED = """\
老桥修好了

□本报记者 江月

村口的老桥昨天通车了，三百多名村民来到桥头，看第一辆车开过河去。
“走了六十年的土路，今年算是走到头了。”七十岁的陶敏对记者说。
"""
TRADITIONAL = """\
老橋修好了

〔記者江月，臺北報導〕

村口的老橋昨天通車了，三百多名村民來到橋頭，看第一輛車開過河去。
「走了六十年的土路，今年算是走到頭了。」七十歲的陶敏對記者說。
"""
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030")


def _decode(content: bytes, encoding: Encoding | None = None) -> str:
    return decode_text(content, name="t.txt", encoding=encoding)


def _refusal(content: bytes, encoding: Encoding | None = None) -> str:
    with pytest.raises(InputError) as caught:
        _decode(content, encoding)
    message = str(caught.value)
    assert "\n" not in message
    return message


# --- What is found out


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL], ids="simplified traditional".split())
def test_encoding_is_found_out(text: str, codec: str) -> None:
    assert _decode(text.encode(codec)) == text


@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_every_kind_of_big5_is_found_out(codec: str) -> None:
    assert _decode(TRADITIONAL.encode(codec)) == TRADITIONAL


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp950", TRADITIONAL),
        ("gb18030", SIMPLIFIED),
        ("gb18030", TRADITIONAL),
        ("utf-8", SIMPLIFIED),
    ],
)
def test_other_encodings_take_the_same_bytes_as_noise(codec: str, text: str) -> None:
    """Why the first codec that does not fail is no judge."""
    content = text.encode(codec)
    content += b"\n" * (len(content) % 2)
    others = ("gb18030", "utf-16-le", "utf-16-be")
    noise = [content.decode(other, "replace") for other in others if other != codec]
    assert all(common_share(reading) < MIN_SHARE - MIN_LEAD / 2 for reading in noise)
    assert common_share(text) > MIN_SHARE + MIN_LEAD


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids="lf crlf cr".split())
def test_line_ends_change_nothing(codec: str, line_end: str) -> None:
    text = SIMPLIFIED.replace("\n", line_end)
    assert _decode(text.encode(codec)) == text


def test_no_break_space_of_web_pages_needs_gb18030() -> None:
    text = SIMPLIFIED.replace(" ", "\N{NO-BREAK SPACE}")
    with pytest.raises(UnicodeEncodeError):
        text.encode("gbk")
    assert _decode(text.encode("gb18030")) == text


def test_hanzi_beyond_gbk_are_kept() -> None:
    text = SIMPLIFIED.replace("江月", "江\N{CJK UNIFIED IDEOGRAPH-20087}")
    assert _decode(text.encode("gb18030")) == text


def test_cantonese_hanzi_need_hkscs() -> None:
    # 嘅 哋 嚟: of, plural, come; 咗 is in HKSCS alone.
    text = TRADITIONAL.replace("通車了", "通咗車，佢哋嚟睇")
    content = text.encode("big5hkscs")
    with pytest.raises(UnicodeDecodeError):
        content.decode("cp950")
    assert _decode(content) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xa1\x45", "\N{HYPHENATION POINT}"),  # the dot of foreign names
        (b"\xa1\xe3", "\N{FULLWIDTH TILDE}"),
        (b"\xa1\x4e", "\N{SMALL COMMA}"),
        (b"\xa3\xe1", "\N{EURO SIGN}"),
        (b"\xf9\xfe", "\N{DARK SHADE}"),
        (b"\xc6\xa1", "①"),  # ETEN and HKSCS; cp950 has nothing printed there
    ],
)
def test_where_kinds_of_big5_differ_browsers_are_followed(content: bytes, text: str) -> None:
    assert decode_as(content, Encoding.BIG5) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xa6\xd9", "\N{PRESENTATION FORM FOR VERTICAL COMMA}"),
        (b"\xa8\xbc", "ḿ"),
        (b"\xfe\x59", "\N{CJK UNIFIED IDEOGRAPH-9FB4}"),
        (b"\xfe\x51", "\N{CJK UNIFIED IDEOGRAPH-20087}"),
        (b"\x80", "\N{EURO SIGN}"),  # as Windows writes it
        (b"\xa2\xe3", "\N{EURO SIGN}"),
    ],
)
def test_gb18030_is_read_by_its_newer_tables(content: bytes, text: str) -> None:
    assert decode_as(content, Encoding.GB18030) == text


def test_english_in_ascii_is_no_utf_16() -> None:
    text = "this app can break"  # Of even length: "decodes" as nine hanzi.
    assert len(text.encode().decode("utf-16-le")) == len(text) / 2
    assert _decode(text.encode()) == text


@pytest.mark.parametrize("text", ["Café à Paris, déjà là.", "Печать для всех.", "hello"])
def test_utf_8_without_hanzi_is_utf_8(text: str) -> None:
    assert _decode(text.encode()) == text


def test_gb18030_that_fits_utf_8_by_chance_is_read_as_chinese() -> None:
    fitting = [char for char in sorted(COMMON_CHARACTERS) if _fits_utf_8(char.encode("gb18030"))]
    assert len(fitting) > 30
    text = "".join(fitting)
    assert _decode(text.encode("gb18030")) == text


def _fits_utf_8(content: bytes) -> bool:
    """Whether a hanzi of two bytes looks like a Greek or Cyrillic letter."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


# --- What is refused


def test_short_text_that_reads_both_ways_is_not_guessed() -> None:
    rare = "鼢鼬鼯".encode("gb18030")
    message = _refusal(rare)
    assert message.startswith("t.txt: its encoding cannot be told: gb18030 has 0% common ")
    assert "“鼢鼬鼯…”; big5 has " in message
    assert message.endswith("Name the one that reads right with --encoding NAME.")


def test_candidates_are_shown_without_what_would_garble_the_message() -> None:
    message = _refusal("鼢\u2028\u202e鼬\ue000鼯".encode("gb18030"))
    assert "鼢\ufffd\ufffd鼬\ufffd鼯" in message


@pytest.mark.parametrize(
    ("codec", "text"),
    [("utf-8", SIMPLIFIED), ("gb18030", SIMPLIFIED), ("cp950", TRADITIONAL)],
)
def test_damaged_byte_is_named_with_its_line(codec: str, text: str) -> None:
    lines = text.encode(codec).split(b"\n")
    lines[4] = lines[4][:20] + b"\xff" + lines[4][20:]
    message = _refusal(b"\n".join(lines))
    assert message.startswith("t.txt:5: is damaged: byte ")
    assert "as the rest is. Mend the line" in message


def test_one_line_of_utf_8_that_lost_a_byte_is_refused() -> None:
    content = SIMPLIFIED.replace("\n", "").encode()
    assert _refusal(content[:70] + content[71:]).startswith("t.txt:1: is damaged: byte ")


@pytest.mark.parametrize(
    ("main", "other"),
    [
        ("utf-8", "gb18030"),
        ("utf-8", "cp950"),
        ("gb18030", "utf-8"),
        ("gb18030", "cp950"),
        ("cp950", "utf-8"),
        ("cp950", "gb18030"),
    ],
)
def test_line_in_another_encoding_is_named(main: str, other: str) -> None:
    lines = [line.encode(main) for line in TRADITIONAL.replace("臺", "台").split("\n")]
    lines[5] = "本報訊：這一行是從別的地方來的，用的是別的字碼。".encode(other)
    message = _refusal(b"\n".join(lines))
    assert message.startswith("t.txt:6: is not ")
    assert "“本報訊：這一行是從別的地…”. Save the whole text in one encoding" in message


@pytest.mark.parametrize("line_no", [1, 3])
def test_line_is_counted_by_every_line_end(line_no: int) -> None:
    content = SIMPLIFIED.encode() + "\f尾\v".encode() * (line_no - 1) + b"\xff\n"
    expected = SIMPLIFIED.count("\n") + 2 * (line_no - 1) + 1
    assert _refusal(content).startswith(f"t.txt:{expected}: is damaged")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_half_a_character_of_utf_16_is_named_with_its_line(mark: bytes) -> None:
    codec = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    text = SIMPLIFIED.replace("江月", "江\ud800月")
    content = mark + text.encode(codec, "surrogatepass")
    assert _refusal(content).startswith("t.txt:3: is not UTF-16 text (byte ")


def test_utf_16_without_mark_that_lost_a_byte_is_refused() -> None:
    content = SIMPLIFIED.encode("utf-16-le")
    assert _refusal(content[:-3] + content[-2:]).startswith("t.txt:6: is damaged: byte ")


def test_byte_order_mark_that_lies_is_told() -> None:
    content = codecs.BOM_UTF8 + SIMPLIFIED.encode("gb18030")
    assert _refusal(content).startswith("t.txt:1: is not UTF-8 text (byte ")


@pytest.mark.parametrize(
    "content",
    [
        "대한민국의 신문은 오늘도 새로운 소식을 전합니다. 많은 사람이 모였다.".encode("euc-kr"),
        "日本の新聞は今日も新しいニュースを伝えています。".encode("shift_jis"),
        bytes(range(128, 256)) * 3,
    ],
    ids="korean japanese bytes".split(),
)
def test_what_reads_as_no_chinese_is_refused(content: bytes) -> None:
    assert " Save it as UTF-8." in _refusal(content) or "cannot be told" in _refusal(content)


# --- What the editor says


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("utf8", Encoding.UTF_8),
        ("UTF-8-SIG", Encoding.UTF_8),
        ("gb2312", Encoding.GB18030),
        ("cp936", Encoding.GB18030),
        (" Big5-HKSCS ", Encoding.BIG5),
        ("utf-16le", Encoding.UTF_16_LE),
        ("latin-1", None),
        ("", None),
        ("\0", None),
        ("汉", None),
        ("rot13", None),
    ],
)
def test_encodings_have_several_names(name: str, encoding: Encoding | None) -> None:
    assert find_encoding(name) is encoding


@pytest.mark.parametrize("encoding", Encoding)
def test_every_encoding_is_found_by_its_own_name(encoding: Encoding) -> None:
    assert find_encoding(encoding) is encoding


def test_editors_word_wins() -> None:
    content = "鼢鼬鼯".encode("gb18030")
    assert _decode(content, Encoding.GB18030) == "鼢鼬鼯"
    assert _decode(content, Encoding.BIG5) != "鼢鼬鼯"


def test_editors_word_that_does_not_fit_is_told_with_the_line() -> None:
    message = _refusal(SIMPLIFIED.encode("gb18030"), Encoding.UTF_8)
    assert message.startswith("t.txt:1: is not UTF-8 text (byte 1). Name another --encoding")


def test_utf_16_without_mark_has_the_little_end_first_everywhere() -> None:
    assert _decode(SIMPLIFIED.encode("utf-16-le"), Encoding.UTF_16) == SIMPLIFIED


# --- Any text, any bytes

common = st.lists(
    st.sampled_from(sorted(COMMON_CHARACTERS - set("\xa0\u30fb"))), min_size=30, unique=True
).map("".join)
any_text = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Co", "Cs"], exclude_characters="\ufeff"
    ),
    max_size=10,
)


@given(before=any_text, common=common, after=any_text)
@pytest.mark.parametrize("codec", [codec for codec in CODECS if codec != "utf-8-sig"])
def test_any_text_with_common_characters_comes_back(
    codec: str, before: str, common: str, after: str
) -> None:
    text = f"{before}{common}\n{after}"
    assert _decode(text.encode(codec)) == text


@given(common=common)
@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_any_traditional_text_with_common_characters_comes_back(codec: str, common: str) -> None:
    content = common.encode(codec, "ignore")
    text = content.decode(codec)
    if len(text) > 20:
        assert _decode(content) == text.translate(
            {ord("\N{BULLET}"): "\N{HYPHENATION POINT}", 0x223C: "\N{FULLWIDTH TILDE}"}
        )


@given(st.binary(max_size=80), st.none() | st.sampled_from(Encoding))
def test_any_bytes_are_text_or_refused(content: bytes, encoding: Encoding | None) -> None:
    with contextlib.suppress(InputError):
        _decode(content, encoding)


@given(st.binary(max_size=12), st.integers(0, 150), st.sampled_from(CODECS))
def test_any_damage_is_text_or_refused(damage: bytes, at: int, codec: str) -> None:
    content = SIMPLIFIED.encode(codec)
    with contextlib.suppress(InputError):
        _decode(content[:at] + damage + content[at:])
