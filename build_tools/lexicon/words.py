"""Words of newspapers and courts that CC-CEDICT lacks, ``words.toml``."""

import tomllib
from collections.abc import Iterator
from importlib import resources

from build_tools.errors import LexiconError
from build_tools.lexicon.cedict import CedictEntry


def load_project_words() -> Iterator[CedictEntry]:
    """Read ``words.toml``.

    Raises:
        LexiconError: an entry has no reading, no sense or no reason.
    """
    file = resources.files("build_tools.lexicon") / "words.toml"
    for word, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
        yield _read_entry(word, entry)


def _read_entry(word: str, entry: object) -> CedictEntry:
    place = f"words.toml {word}"
    fields = entry if isinstance(entry, dict) else {}
    if missing := [name for name in ("pinyin", "senses", "why") if not fields.get(name)]:
        raise LexiconError(place, f"has no {missing[0]}", f"Add {missing[0]}.")
    if len(fields["pinyin"].split()) != len(word):
        raise LexiconError(place, f"needs {len(word)} syllables", "Give one for each hanzi.")
    return CedictEntry(
        traditional=fields.get("traditional", word),
        simplified=word,
        pinyin=fields["pinyin"],
        senses=tuple(fields["senses"]),
    )
