// @ts-check
// What the page's own tables say about a word. No second copy of the data: rows are read.

"use strict";

/**
 * @typedef {object} Meaning
 * @property {string} word
 * @property {string} traditional - empty where it is the same
 * @property {string} reading
 * @property {string} level - "5"; empty where no list has the word
 * @property {string} levelList - "HSK 2025"
 * @property {string} kind - of a name, in both languages: "人名 person"; empty for a common word
 * @property {string} count
 * @property {string[]} senses
 * @property {string} rowId
 */

// eslint-disable-next-line no-unused-vars
const kanbaoMeanings = (() => {
  const SENSES = " / ";

  /** @type {Map<string, HTMLTableRowElement> | null} */
  let rows = null;

  /** @param {string} text a name may be set wide, 李　晗 @param {string} reading */
  function key(text, reading) {
    return `${text.replace(/\s/g, "")}|${reading}`;
  }

  /** @returns {Map<string, HTMLTableRowElement>} */
  function rowsByWord() {
    if (rows) return rows;
    rows = new Map();
    // Names last: where a name has a row of its own, that row speaks.
    for (const row of document.querySelectorAll(".kb-glossary tbody tr, .kb-names tbody tr")) {
      if (!(row instanceof HTMLTableRowElement)) continue;
      const [text, reading] = headOf(row);
      rows.set(key(text, reading), row);
    }
    return rows;
  }

  /** @param {HTMLTableRowElement} row @returns {[string, string]} */
  function headOf(row) {
    const text = row.cells[0].firstChild?.textContent || "";
    const reading = (row.cells[1].textContent || "").split(SENSES)[0];
    return [text, reading];
  }

  /**
   * @param {string} text
   * @param {string} reading
   * @returns {Meaning | null}
   */
  function find(text, reading) {
    const row = rowsByWord().get(key(text, reading));
    if (!row) return null;
    const [, , third, count, last] = [...row.cells].map((cell) => cell.textContent || "");
    const isName = Boolean(row.closest(".kb-names"));
    return {
      word: text,
      traditional: row.cells[0].querySelector("[lang=zh-Hant]")?.textContent || "",
      reading,
      level: isName ? "" : third,
      levelList: row.closest("table")?.dataset.list || "",
      kind: isName ? third : "",
      count,
      senses: last ? last.split(SENSES) : [],
      rowId: row.id,
    };
  }

  return { find };
})();
