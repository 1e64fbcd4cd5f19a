"""Small PDFs, written by hand: hanzi at given places, in a font that need not come along."""

from collections.abc import Iterable, Sequence

PrintedText = tuple[float, float, float, str]
"""Left, baseline and size in points, from the lower left corner; the text."""
LEADING = 1.5
"""From baseline to baseline, in heights of a line."""


def column(
    left: float, top: float, size: float, width: int, paragraphs: Iterable[str]
) -> list[PrintedText]:
    """Set paragraphs in lines of *width* hanzi, the first of each indented by two."""
    texts = [f"　　{paragraph}" for paragraph in paragraphs]
    lines = [text[at : at + width] for text in texts for at in range(0, len(text), width)]
    return [(left, top - place * size * LEADING, size, line) for place, line in enumerate(lines)]


_FONT = """\
<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H
/Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"""
_GLYPHS = """\
<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>
/FontDescriptor 5 0 R >>"""
_METRICS = """\
<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]
/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>"""
_FIRST_PAGE = 6


def make_pdf(pages: Sequence[Iterable[PrintedText]], *, trailer: str = "") -> bytes:
    """Give a PDF that prints each page's texts in the order given.

    Source: ISO 32000-1, 9.7.5.2: every reader knows the encoding UniGB-UCS2-H.
    """
    kids = " ".join(f"{_FIRST_PAGE + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _FONT,
        _GLYPHS,
        _METRICS,
    ]
    for page in pages:
        content = "\n".join(map(_format_text, page))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] "
            f"/Contents {len(objects) + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _write(objects, trailer)


def _format_text(text: PrintedText) -> str:
    left, baseline, size, hanzi = text
    code = hanzi.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {baseline} Tm <{code}> Tj ET"


def _write(objects: Sequence[str], trailer: str) -> bytes:
    content = "%PDF-1.7\n"
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n"
    start = len(content)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    content += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    content += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return f"{content}startxref\n{start}\n%%EOF\n".encode("ascii")
