import io
import zipfile

from build_tools.export.archive import make_zip


def test_order_of_the_files_does_not_matter() -> None:
    one = make_zip({"a.html": b"1", "b/c.css": b"2"}, "kanbao-offline")
    other = make_zip({"b/c.css": b"2", "a.html": b"1"}, "kanbao-offline")
    assert one == other


def test_no_clock_and_no_file_mode_of_this_machine_enters() -> None:
    with zipfile.ZipFile(io.BytesIO(make_zip({"a.html": b"1" * 1000}, "top"))) as archive:
        (member,) = archive.infolist()
        assert member.filename == "top/a.html"
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.external_attr >> 16 == 0o100644
        assert member.compress_type == zipfile.ZIP_DEFLATED
        assert member.compress_size < 100
        assert archive.testzip() is None


def test_names_may_be_hanzi() -> None:
    with zipfile.ZipFile(io.BytesIO(make_zip({"看报.txt": "报".encode()}))) as archive:
        assert archive.read("看报.txt").decode() == "报"


def test_nothing_makes_an_empty_archive() -> None:
    with zipfile.ZipFile(io.BytesIO(make_zip({}))) as archive:
        assert archive.namelist() == []
