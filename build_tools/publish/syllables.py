"""Split the pinyin of a word into its syllables, as far as its letters tell."""

import functools
import re

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
# Longest first: `xian` is one syllable unless an apostrophe says otherwise.
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|uai|uan|van|ian|iao|ai|ei|ao|ou|an|en|in|un|vn"
    "|ue|ve|ua|uo|ia|ie|iu|ui|er|[aoeiuv])"
)
# Erhua (huār) and the syllables without a vowel.
_SYLLABLE = f"((?:{_INITIAL}{_FINAL})|r|hng|hm|ng|n|m)"


def split_spelling(spelling: str, count: int) -> tuple[str, ...]:
    """Split a toneless spelling into *count* syllables.

    Spaces, apostrophes and hyphens part syllables; elsewhere the letters decide.

    Returns:
        The syllables, or the whole spelling as one piece where it cannot be split so:
        a word with letters in it, or one hanzi read as two syllables.

    Source: GB/T 16159-2012 (隔音符号: an apostrophe wherever a split could go wrong).

    >>> split_spelling("zuigao fayuan", 4)
    ('zui', 'gao', 'fa', 'yuan')
    >>> split_spelling("xi'an", 2), split_spelling("tixu", 3)
    (('xi', 'an'), ('tixu',))
    """
    pieces = re.split(r"[ '’-]+", spelling)
    match = _pattern(count).fullmatch(" ".join(pieces))
    return match.groups() if match else ("".join(pieces),)


@functools.cache
def _pattern(count: int) -> re.Pattern[str]:
    return re.compile(" ?".join([_SYLLABLE] * count))
