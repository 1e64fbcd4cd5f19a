// @ts-check
// Words of the text, as the page writes them: <ruby data-also><span>破解</span><rt data-py></rt></ruby>.

"use strict";

// eslint-disable-next-line no-unused-vars
const kanbaoWords = (() => {
  const WORDS = ".kb-head ruby, .kb-text ruby";

  /** @param {EventTarget | null} target @returns {HTMLElement | null} the word *target* is in */
  function wordAt(target) {
    if (!(target instanceof Element)) return null;
    const word = target.closest("ruby");
    return word instanceof HTMLElement && word.matches(WORDS) ? word : null;
  }

  /** @returns {HTMLElement[]} every word of the story, in order */
  function allWords() {
    return [...document.querySelectorAll(WORDS)].filter((word) => word instanceof HTMLElement);
  }

  /** @param {Element} word */
  function textOf(word) {
    return word.textContent || "";
  }

  /** @param {Element} word */
  function readingOf(word) {
    return word.querySelector("rt")?.dataset.py || "";
  }

  /** @param {HTMLElement} word @returns {string[]} other readings; none where the reading is sure */
  function alsoOf(word) {
    return word.dataset.also ? word.dataset.also.split(" / ") : [];
  }

  /** @param {Element} word @returns {Element | null} the sentence of *word* */
  function sentenceOf(word) {
    return word.closest(".kb-s");
  }

  return { wordAt, allWords, textOf, readingOf, alsoOf, sentenceOf };
})();
