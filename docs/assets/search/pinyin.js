// @ts-check
// Pinyin as typed to the words it can spell. Pure: no DOM, no network, no state.

"use strict";

// eslint-disable-next-line no-unused-vars
const kanbaoPinyin = (() => {
  /** Words that one piece of typed pinyin may stand for; more makes no useful answer. */
  const MOST_SPELLINGS = 300;
  /** Characters of a pattern; long pinyin can be cut into words in very many ways. */
  const LONGEST_PATTERN = 8000;

  /**
   * Every way the site's words can be spelled: toneless pinyin -> hanzi.
   *
   * A word of three or more hanzi can also be entered from its second hanzi on, so that
   * `fayuan` finds 人民法院.
   *
   * @param {readonly string[]} words
   * @returns {Map<string, Set<string>>}
   */
  function readSpellings(words) {
    /** @type {Map<string, Set<string>>} */
    const spellings = new Map();
    for (const line of words) {
      const [word, ...syllables] = line.split(" ");
      const hanzi = [...word];
      const starts = syllables.length === hanzi.length ? Math.max(1, hanzi.length - 1) : 1;
      for (let start = 0; start < starts; start++) {
        const spelling = syllables.slice(start).join("");
        const known = spellings.get(spelling) ?? new Set();
        spellings.set(spelling, known.add(hanzi.slice(start).join("")));
      }
    }
    return spellings;
  }

  /**
   * The words that *letters* spells, one after the other, as a pattern; empty if none.
   *
   * @param {string} letters toneless pinyin without spaces
   * @param {Map<string, Set<string>>} spellings
   * @param {boolean} unfinished whether the last word may still be typed
   * @returns {string}
   */
  function spell(letters, spellings, unfinished) {
    /** @type {Map<number, string>} */
    const known = new Map();
    /** @param {number} start @returns {string} */
    const from = (start) => {
      const seen = known.get(start);
      if (seen !== undefined) return seen;
      const last = lastWords(letters.slice(start), spellings, unfinished);
      const ways = last.size ? [eitherOf(last)] : [];
      let length = 0;
      for (let end = letters.length - 1; end > start && length < LONGEST_PATTERN; end--) {
        const words = spellings.get(letters.slice(start, end));
        const rest = words ? from(end) : "";
        if (!words || !rest) continue;
        ways.push(`${eitherOf(words)}${rest}`);
        length += ways[ways.length - 1].length;
      }
      const pattern = ways.length > 1 ? `(?:${ways.join("|")})` : (ways[0] ?? "");
      known.set(start, pattern);
      return pattern;
    };
    return from(0);
  }

  /**
   * @param {string} letters
   * @param {Map<string, Set<string>>} spellings
   * @param {boolean} unfinished
   * @returns {Set<string>}
   */
  function lastWords(letters, spellings, unfinished) {
    const words = new Set(spellings.get(letters));
    if (!unfinished) return words;
    for (const [spelling, spelled] of spellings) {
      if (words.size >= MOST_SPELLINGS) break;
      if (spelling.startsWith(letters)) for (const word of spelled) words.add(word);
    }
    return words;
  }

  /** @param {Set<string>} words @returns {string} longest first, so that a mark covers all */
  function eitherOf(words) {
    const sorted = [...words].sort((one, other) => other.length - one.length);
    return `(?:${sorted.map(escapePattern).join("|")})`;
  }

  /** @param {string} text @returns {string} pinyin as typed without tones: `lǜ` -> `lv` */
  function plain(text) {
    return text
      .toLowerCase()
      .normalize("NFC")
      .replace(/[üǖǘǚǜ]/g, "v")
      .normalize("NFD")
      .replace(/[\u0300-\u036f'’-]/g, "");
  }

  /** @param {string} text */
  function escapePattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/-/g, "\\x2d");
  }

  return { readSpellings, spell, plain, escapePattern };
})();
