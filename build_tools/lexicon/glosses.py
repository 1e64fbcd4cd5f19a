"""Reviewed senses of the commonest words, ``glosses.toml``."""

import re
import tomllib
from collections.abc import Mapping
from importlib import resources

from build_tools.errors import LexiconError

_KEY = re.compile(r"(?P<word>[^()]+)(?:\((?P<reading>[^()]+)\))?")

ReviewedSenses = Mapping[tuple[str, str | None], tuple[str, ...]]
"""Senses by word and reading; a reading of `None` holds for all readings."""


def load_reviewed_senses() -> ReviewedSenses:
    """Read ``glosses.toml``.

    Raises:
        LexiconError: an entry has no senses or no reason.
    """
    file = resources.files("build_tools.lexicon") / "glosses.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return dict(_read_entry(key, entry) for key, entry in tables.items())


def _read_entry(key: str, entry: object) -> tuple[tuple[str, str | None], tuple[str, ...]]:
    match = _KEY.fullmatch(key)
    place = f"glosses.toml {key}"
    if match is None or not isinstance(entry, dict) or not entry.get("senses"):
        raise LexiconError(place, "has no senses", 'Write senses = ["…"].')
    if not entry.get("why"):
        raise LexiconError(place, "has no reason", 'Add why = "…".')
    return (match["word"], match["reading"]), tuple(entry["senses"])


def find_senses(senses: ReviewedSenses, word: str, spelling: str) -> tuple[str, ...] | None:
    """Give the reviewed senses of *word* as spelled here; `None` where there are none."""
    return senses.get((word, spelling)) or senses.get((word, None))
