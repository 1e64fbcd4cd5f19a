// @ts-check
// What a query means and which pages answer it. Pure: no DOM, no network, no state.
//
// A query is read three ways at once: hanzi as they stand, Latin letters as the beginning
// of an English word, and as pinyin, with or without tones and spaces. Pinyin is never
// compared with text: it is turned into the words it can spell, and those are looked for.

"use strict";

/**
 * @typedef {readonly [chinese: string, english: string]} Sentence either may be empty
 *
 * @typedef {object} Page
 * @property {string} location relative to the site's root
 * @property {string} title pure hanzi
 * @property {string} english the title in English, or empty
 * @property {readonly Sentence[]} text
 *
 * @typedef {object} Index
 * @property {readonly string[]} words a word and its toneless syllables: "破解 po jie"
 * @property {Readonly<Record<string, string>>} variants traditional hanzi -> simplified
 * @property {readonly Page[]} pages
 *
 * @typedef {object} Term one thing that must be found
 * @property {string} shown as the reader typed it
 * @property {RegExp} pattern finds it in Chinese text
 * @property {RegExp | null} english finds it in English text; null for hanzi
 *
 * @typedef {object} Answer what Material's result list takes
 * @property {string} location
 * @property {string} title HTML
 * @property {string} text HTML
 * @property {number} score
 * @property {Record<string, boolean>} terms typed term -> was it found
 */

// eslint-disable-next-line no-unused-vars
const kanbaoQuery = (() => {
  /** More answers than anybody reads; keeps the list quick in an archive. */
  const MOST_ANSWERS = 100;
  /** A match in a headline outweighs any number in the text. */
  const WEIGHT = { title: 1000, english: 500, most: 20 };

  const HAN = /\p{Script=Han}/u;
  const RUNS = /\p{Script=Han}+|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.%-]*[\p{L}\p{M}\p{N}%])?/gu;
  const RUN_KINDS = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

  const { spell, plain, escapePattern } = kanbaoPinyin;

  /**
   * @param {Index} index
   * @param {Map<string, Set<string>>} spellings
   * @param {string} query
   * @returns {Answer[]} best first
   */
  function answer(index, spellings, query) {
    const simplified = [...query].map((one) => index.variants[one] ?? one).join("");
    const runs = [...new Set([query, simplified])].map(readRuns);
    const terms = runs.map((some) => some.map((run) => readTerm(run, spellings)));
    const parts = terms.map((some) => some.flatMap((term) => splitTerm(term, index.words)));
    // In one piece first; then the words it is made of, all of them or at least one.
    for (const asked of [joinedTerm(runs[0], spellings), ...terms, ...parts]) {
      const found = asked.length ? findPages(index.pages, asked) : [];
      if (found.length) return found;
    }
    return findPages(index.pages, parts[parts.length - 1], 1);
  }

  /** @param {string} query @returns {string[]} hanzi and Latin apart: `GDP增长` -> GDP, 增长 */
  function readRuns(query) {
    return (query.normalize("NFC").match(RUNS) ?? []).flatMap((run) => run.match(RUN_KINDS) ?? []);
  }

  /**
   * Pinyin typed with spaces, `po jie zhixing`, as one piece.
   *
   * @param {readonly string[]} runs
   * @param {Map<string, Set<string>>} spellings
   * @returns {Term[]} one, or none where the runs together spell nothing
   */
  function joinedTerm(runs, spellings) {
    const letters = plain(runs.join(""));
    const spelled = runs.length > 1 && /^[a-z]+$/.test(letters) && spell(letters, spellings, true);
    return spelled ? [{ shown: runs.join(" "), pattern: new RegExp(spelled, "gu"), english: null }] : [];
  }

  /**
   * @param {string} run
   * @param {Map<string, Set<string>>} spellings
   * @returns {Term}
   */
  function readTerm(run, spellings) {
    return HAN.test(run) ? hanziTerm(run) : latinTerm(run, spellings);
  }

  /** @param {string} run @returns {Term} */
  function hanziTerm(run) {
    return { shown: run, pattern: new RegExp(escapePattern(run), "gu"), english: null };
  }

  /**
   * @param {string} run
   * @param {Map<string, Set<string>>} spellings
   * @returns {Term}
   */
  function latinTerm(run, spellings) {
    // `orchards` should find `orchard`, and the other way round.
    const stem = /[^s]s$/i.test(run) && run.length > 3 ? run.slice(0, -1) : run;
    const literal = `(?<![\\p{L}\\p{N}])${escapePattern(stem)}`;
    const spelled = spell(plain(run), spellings, run.length > 1);
    return {
      shown: run,
      pattern: new RegExp(spelled ? `${spelled}|${literal}` : literal, "giu"),
      english: new RegExp(literal, "giu"),
    };
  }

  /**
   * @param {Term} term
   * @param {readonly string[]} words
   * @returns {Term[]} one term a word, longest words first from the left; single hanzi else
   */
  function splitTerm(term, words) {
    if (!HAN.test(term.shown)) return [term];
    const known = new Set(words.map((line) => line.slice(0, line.indexOf(" "))));
    const hanzi = [...term.shown];
    /** @type {string[]} */
    const parts = [];
    for (let start = 0; start < hanzi.length; ) {
      let end = hanzi.length;
      while (end > start + 1 && !known.has(hanzi.slice(start, end).join(""))) end--;
      parts.push(hanzi.slice(start, end).join(""));
      start = end;
    }
    return parts.map(hanziTerm);
  }

  /**
   * @param {readonly Page[]} pages
   * @param {readonly Term[]} terms
   * @param {number} [fewest] how many terms a page must have; all of them unless told
   * @returns {Answer[]}
   */
  function findPages(pages, terms, fewest = terms.length) {
    /** @type {{page: Page, found: boolean[], score: number}[]} */
    const hits = [];
    for (const page of pages) {
      const scores = terms.map((term) => scoreTerm(page, term));
      const found = scores.map((score) => score > 0);
      const count = found.filter(Boolean).length;
      if (count < fewest) continue;
      const score = scores.reduce((sum, one) => sum + one, 0) * count;
      hits.push({ page, found, score });
    }
    hits.sort((one, other) => other.score - one.score);
    return hits.slice(0, MOST_ANSWERS).map((hit) => ({
      location: hit.page.location,
      title: kanbaoShow.showTitle(hit.page, terms),
      text: kanbaoShow.showText(hit.page, terms),
      score: hit.score,
      terms: Object.fromEntries(terms.map((term, place) => [term.shown, hit.found[place]])),
    }));
  }

  /** @param {Page} page @param {Term} term @returns {number} 0: not there */
  function scoreTerm(page, term) {
    let score = 0;
    if (has(term.pattern, page.title)) score += WEIGHT.title;
    if (term.english && has(term.english, page.english)) score += WEIGHT.english;
    let count = 0;
    for (const sentence of page.text) {
      if (isIn(sentence, term) && ++count === WEIGHT.most) break;
    }
    return score + count;
  }

  /** @param {Sentence} sentence @param {Term} term */
  function isIn([chinese, english], term) {
    return has(term.pattern, chinese) || (term.english !== null && has(term.english, english));
  }

  /** @param {RegExp} pattern @param {string} text */
  function has(pattern, text) {
    pattern.lastIndex = 0;
    return pattern.test(text);
  }

  return { answer, isIn };
})();
