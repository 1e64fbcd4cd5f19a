// @ts-check
// An answer as HTML: headline, then a sentence and its English, what was found marked.
// Pure: no DOM, no network, no state. Everything from a page is escaped here.

"use strict";

// eslint-disable-next-line no-unused-vars
const kanbaoShow = (() => {
  /** Characters of a sentence shown on each side of the first match. */
  const CONTEXT = { chinese: 24, english: 80 };

  /** @param {Page} page @param {readonly Term[]} terms @returns {string} */
  function showTitle(page, terms) {
    const english = page.english && `<br><span lang="en">${mark(page.english, terms, "english")}</span>`;
    return `${mark(page.title, terms, "pattern")}${english}`;
  }

  /**
   * The first sentence each term stands in, with its English; the page's first if none.
   *
   * @param {Page} page
   * @param {readonly Term[]} terms
   * @returns {string}
   */
  function showText(page, terms) {
    /** @type {Set<Sentence>} */
    const shown = new Set();
    for (const term of terms) {
      const sentence = page.text.find((one) => kanbaoQuery.isIn(one, term));
      if (sentence && shown.size < 2) shown.add(sentence);
    }
    if (!shown.size && page.text.length) shown.add(page.text[0]);
    return [...shown].map((sentence) => showSentence(sentence, terms)).join("");
  }

  /** @param {Sentence} sentence @param {readonly Term[]} terms @returns {string} */
  function showSentence([chinese, english], terms) {
    const above = chinese && `<p>${mark(clip(chinese, terms, "pattern", CONTEXT.chinese), terms, "pattern")}</p>`;
    const below = english && `<p lang="en">${mark(clip(english, terms, "english", CONTEXT.english), terms, "english")}</p>`;
    return above + below;
  }

  /**
   * @param {string} text
   * @param {readonly Term[]} terms
   * @param {"pattern" | "english"} field
   * @param {number} context
   * @returns {string} *text* round its first match
   */
  function clip(text, terms, field, context) {
    const [first] = matches(text, terms, field);
    const middle = first ? first[0] : 0;
    const start = middle <= context * 2 ? 0 : middle - context;
    const end = start + context * 4;
    return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  }

  /**
   * @param {string} text
   * @param {readonly Term[]} terms
   * @param {"pattern" | "english"} field
   * @returns {string} HTML with every match in a `<mark>`
   */
  function mark(text, terms, field) {
    let html = "";
    let done = 0;
    for (const [start, end] of matches(text, terms, field)) {
      if (start < done) continue;
      html += `${escapeHtml(text.slice(done, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
      done = end;
    }
    return html + escapeHtml(text.slice(done));
  }

  /**
   * @param {string} text
   * @param {readonly Term[]} terms
   * @param {"pattern" | "english"} field
   * @returns {[start: number, end: number][]} in order
   */
  function matches(text, terms, field) {
    /** @type {[number, number][]} */
    const places = [];
    for (const term of terms) {
      const pattern = term[field];
      if (!pattern) continue;
      pattern.lastIndex = 0;
      for (const match of text.matchAll(pattern)) places.push([match.index, match.index + match[0].length]);
    }
    return places.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  }

  /** @param {string} text */
  function escapeHtml(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  return { showTitle, showText };
})();
