"""``kanbao explain``: a text by itself, or in an issue with its names and corrections."""

from pathlib import Path

from build_tools.annotate.corrections import Corrections, load_corrections
from build_tools.annotate.explain import explain_text, format_explanation
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import find_names
from build_tools.annotate.stories import find_issue_names
from build_tools.parse.folders import load_issue_folder
from build_tools.parse.outline.entries import load_outline
from build_tools.parse.source.encodings import Encoding
from build_tools.parse.split import split_issue


def explain_words(
    text: str, lexicon: Lexicon, path: Path | None = None, *, encoding: Encoding | None = None
) -> str:
    """Say how *text* is cut and read, by itself or in the issue at *path*, with its names."""
    if path is None:
        corrections = Corrections()
        names = find_names((text,), lexicon.segmenter, lexicon.names, lexicon.cedict)
    else:
        folder = load_issue_folder(path, encoding=encoding)
        issue = split_issue(folder.source, folder.masthead, load_outline(folder.outline))
        corrections = load_corrections(folder.corrections)
        names = find_issue_names(issue, lexicon, corrections)
    return format_explanation(explain_text(text, lexicon, names, corrections))
