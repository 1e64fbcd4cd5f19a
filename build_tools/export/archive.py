"""Zip archives that are the same bytes for the same content, on any machine, on any day."""

import io
import zipfile
from collections.abc import Mapping

# The earliest date a zip can hold; no clock enters the archive.
_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE_FILE = 0o100644
_UNIX = 3
_LEVEL = 9


def make_zip(contents_by_name: Mapping[str, bytes], folder: str = "") -> bytes:
    """Pack files into one archive.

    Order of the names, dates, permissions and compression are fixed, so that two archives
    differ only where their contents do (with the same zlib; another may pack tighter).

    Args:
        contents_by_name: file contents by their name with forward slashes.
        folder: the one folder that holds them all; empty for none.

    >>> make_zip({"b": b"2", "a": b"1"}) == make_zip({"a": b"1", "b": b"2"})
    True
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(contents_by_name):
            member = zipfile.ZipInfo(f"{folder}/{name}" if folder else name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = _READABLE_FILE << 16
            archive.writestr(member, contents_by_name[name])
    return packed.getvalue()
