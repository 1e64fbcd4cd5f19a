// @ts-check
// The word card: what it says and where it stands. It knows nothing of keys and pointers.

"use strict";

// eslint-disable-next-line no-unused-vars
const kanbaoCard = (() => {
  /** CSS px between the card and the edge of what is visible. */
  const GAP = 12;

  /** Where there is room for a margin beside the text; as in card.css. */
  const WIDE = matchMedia("(min-width: 76.25em)");

  const HANZI = /(\p{Script=Han}+)/u;

  /** @type {HTMLElement | null} */
  let card = null;

  /** @param {HTMLElement} word */
  function show(word) {
    const shown = (card ??= build());
    if (!shown) return;
    fill(shown, word);
    shown.hidden = false;
    if (WIDE.matches) placeBeside(shown, word);
    else uncover(shown, word);
  }

  function hide() {
    if (card) card.hidden = true;
  }

  function isOpen() {
    return Boolean(card && !card.hidden);
  }

  /** @param {EventTarget | null} target */
  function holds(target) {
    return target instanceof Node && Boolean(card?.contains(target));
  }

  function isBeside() {
    return WIDE.matches;
  }

  /** @returns {HTMLElement | null} the card, empty, after the text */
  function build() {
    const text = document.querySelector(".kb-text");
    if (!text) return null;
    const aside = make("aside", { class: "kb-card", "aria-label": "词卡 Word card" });
    aside.hidden = true;
    aside.append(
      make("div", { "aria-live": "polite" }),
      make("button", { type: "button", class: "kb-card-close", "aria-label": "关闭 Close" }, "×"),
    );
    text.after(aside);
    return aside;
  }

  /** @param {HTMLElement} shown @param {HTMLElement} word */
  function fill(shown, word) {
    const text = kanbaoWords.textOf(word);
    const reading = kanbaoWords.readingOf(word);
    const meaning = kanbaoMeanings.find(text, reading);
    const also = kanbaoWords.alsoOf(word);
    const head = make("p", { class: "kb-card-word" }, text);
    if (meaning?.traditional) head.append(make("span", { lang: "zh-Hant" }, meaning.traditional));
    /** @type {HTMLElement[]} */
    const parts = [head, make("p", { class: "kb-card-pinyin", lang: "zh-Latn-pinyin" }, reading)];
    if (also.length) parts.push(alsoLine(also));
    if (meaning) parts.push(...meaningLines(meaning));
    shown.firstElementChild?.replaceChildren(...parts);
    shown.scrollTop = 0;
  }

  /** @param {string[]} also */
  function alsoLine(also) {
    const line = make("p", { class: "kb-card-also" }, "读音不确定，也读 ");
    line.append(
      make("span", { lang: "en" }, "not sure; also "),
      make("span", { lang: "zh-Latn-pinyin" }, also.join(", ")),
    );
    return line;
  }

  /** @param {Meaning} meaning @returns {HTMLElement[]} */
  function meaningLines(meaning) {
    const lines = [];
    if (meaning.kind) lines.push(make("p", { class: "kb-card-also" }, meaning.kind));
    if (meaning.senses.length) {
      const senses = make("ol", { lang: "en" });
      senses.append(...meaning.senses.map(senseLine));
      lines.push(senses);
    }
    const facts = make("p", { class: "kb-card-facts" });
    if (meaning.level) facts.append(make("span", {}, `${meaning.levelList} ${meaning.level}级`));
    const link = make("a", { href: `#${meaning.rowId}` }, "词表 ");
    link.append(make("span", { lang: "en" }, "Glossary"));
    facts.append(
      make("span", {}, `本文 ${meaning.count} 次`),
      make("span", { lang: "en" }, `${meaning.count}× in this story`),
      link,
    );
    lines.push(facts);
    return lines;
  }

  /** @param {string} sense English; hanzi in it keep their own language */
  function senseLine(sense) {
    const line = make("li", {});
    for (const [place, run] of sense.split(HANZI).entries()) {
      line.append(place % 2 ? make("span", { lang: "zh-Hans" }, run) : run);
    }
    return line;
  }

  /**
   * Beside the word, but wholly in view.
   *
   * @param {HTMLElement} shown
   * @param {HTMLElement} word
   */
  function placeBeside(shown, word) {
    shown.style.setProperty("--kb-card-top", "0px");
    const top = shown.getBoundingClientRect().top;
    const lowest = innerHeight - GAP - shown.offsetHeight;
    const wanted = Math.max(Math.min(word.getBoundingClientRect().top, lowest), headHeight());
    shown.style.setProperty("--kb-card-top", `${Math.round(wanted - top)}px`);
  }

  /**
   * Scrolls the word out from under the sheet.
   *
   * @param {HTMLElement} shown
   * @param {HTMLElement} word
   */
  function uncover(shown, word) {
    const covered = word.getBoundingClientRect().bottom + GAP - shown.getBoundingClientRect().top;
    if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
  }

  /** Height of what sticks to the top of the window. */
  function headHeight() {
    const stuck = document.querySelector(".kb-switches");
    return stuck ? Math.max(stuck.getBoundingClientRect().bottom, 0) + GAP : GAP;
  }

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Record<string, string>} attributes
   * @param {string} [text]
   * @returns {HTMLElementTagNameMap[T]}
   */
  function make(tag, attributes, text = "") {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text) element.textContent = text;
    return element;
  }

  return { show, hide, isOpen, isBeside, holds };
})();
