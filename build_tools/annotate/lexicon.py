"""Everything known before an issue is read, in one value that all stages share."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.annotate.words import Segmenter
from build_tools.lexicon.cedict import Cedict
from build_tools.lexicon.glosses import ReviewedSenses
from build_tools.lexicon.names import NameLexicon
from build_tools.lexicon.phrases import PhraseTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Loaded once, used for all issues."""

    cedict: Cedict
    """The dictionary."""
    phrases: PhraseTable
    """Readings."""
    names: NameLexicon
    """Surnames and places."""
    level_by_word: Mapping[str, str]
    """HSK levels."""
    reviewed_senses: ReviewedSenses
    """Meanings of the commonest words."""
    segmenter: Segmenter
    """Cuts hanzi into words."""
