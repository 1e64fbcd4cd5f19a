import gzip
from pathlib import Path

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.errors import LexiconError
from build_tools.lexicon.cedict import MIN_ENTRIES, Cedict, load_cedict


def _dictionary() -> str:
    """As large as a dictionary must be; one word in it means something."""
    filler = "".join(f"字{number} 字{number} [zi4] /filler/\n" for number in range(MIN_ENTRIES))
    head = "# CC-CEDICT\n#! date=2030-01-02T03:04:05Z\n"
    return f"{head}銀行 银行 [yin2 hang2] /bank/CL:家[jia1]/\n{filler}"


def test_installed_dictionary_is_whole_and_dated(lexicon: Lexicon) -> None:
    assert lexicon.cedict.edition.startswith("CC-CEDICT 20")
    assert len(list(lexicon.cedict.headwords)) > 100_000


def test_every_entry_of_a_word_is_kept_in_order(lexicon: Lexicon) -> None:
    readings = [entry.pinyin for entry in lexicon.cedict.entries("行")]
    assert {"hang2", "xing2"} <= set(readings)
    assert lexicon.cedict.entries("行") is lexicon.cedict.entries("行")


def test_word_that_is_not_there(lexicon: Lexicon) -> None:
    assert "榆川" not in lexicon.cedict
    assert lexicon.cedict.entries("榆川") == ()


@pytest.mark.parametrize("name", ["cedict_ts.u8", "cedict_ts.u8.gz"])
def test_newer_dictionary_of_the_editor_is_read(tmp_path: Path, name: str) -> None:
    content = _dictionary().encode("utf-8-sig")
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    cedict = load_cedict(path)
    assert cedict.edition == "CC-CEDICT 2030-01-02"
    (entry,) = cedict.entries("银行")
    assert (entry.traditional, entry.senses) == ("銀行", ("bank", "CL:家[jia1]"))


def test_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "cedict_ts.u8"
    path.write_bytes(_dictionary().replace("\n", "\r\n").encode())
    assert load_cedict(path).entries("银行")[0].senses[0] == "bank"


def test_dictionary_without_a_date_says_so() -> None:
    text = _dictionary().replace("#! date", "# nothing")
    assert Cedict(text, place="x").edition == "CC-CEDICT undated"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.u8", b"hello\n", "holds 0 words, so it is no whole CC-CEDICT"),
        ("a.u8", b"\xff\xfe", "cannot be read"),
        ("a.gz", b"no gzip", "cannot be read"),
        ("a.gz", gzip.compress(b"x" * 100)[:-8], "cannot be read"),
    ],
)
def test_what_is_no_dictionary_is_refused(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LexiconError) as caught:
        load_cedict(path)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_damaged_archive_is_refused(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(_dictionary().encode()))
    packed[200:210] = b"\0" * 10
    path = tmp_path / "a.gz"
    path.write_bytes(packed)
    with pytest.raises(LexiconError, match="cannot be read"):
        load_cedict(path)


def test_missing_dictionary_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_cedict(tmp_path / "nowhere.u8")
