// @ts-check
// What a reader does on a story page: tap, point, press keys. All listeners are here.

"use strict";

const kanbaoReading = (() => {
  /** Time in ms a pointer rests on a word before its card shows; shorter disturbs reading. */
  const REST_MS = 300;

  /** @type {HTMLElement | null} */
  let current = null;
  /** Opened by a tap or a key: pointing elsewhere does not take the card away. */
  let isPinned = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  function start() {
    document.addEventListener("change", onChange);
    const page = document.querySelector(".kb-storypage");
    if (!page) return;
    page.classList.add("kb-js");
    kanbaoSentences.addButtons();
    kanbaoSorting.addButtons();
    const first = kanbaoWords.allWords().find(kanbaoWords.sentenceOf);
    if (first) takeTab(first);
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerover", onPoint);
  }

  /** @param {Event} event */
  function onChange(event) {
    if (!kanbaoChoices.isSwitch(event.target)) return;
    kanbaoChoices.holdStill(event.target, () => wordsInView()[0] ?? middle());
    if (current && isPinned && kanbaoCard.isOpen()) kanbaoCard.show(current);
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const button = kanbaoSentences.buttonAt(event.target);
    if (button) {
      kanbaoSentences.toggle(button.previousElementSibling);
      return;
    }
    const word = kanbaoWords.wordAt(event.target);
    // The end of a selection is no tap.
    if (word && getSelection()?.isCollapsed !== false) {
      open(word);
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    const isInside = kanbaoCard.holds(target) || target?.closest(".kb-switch");
    if (!isInside || target?.closest(".kb-card-close, .kb-card a")) close();
  }

  /** @param {PointerEvent} event */
  function onPoint(event) {
    clearTimeout(resting);
    if (event.pointerType !== "mouse" || isPinned || !kanbaoCard.isBeside()) return;
    const word = kanbaoWords.wordAt(event.target);
    if (word) resting = setTimeout(() => event.buttons || kanbaoCard.show(word), REST_MS);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const command = kanbaoKeys.commandOf(event);
    if (!command) return;
    if (run(command)) event.preventDefault();
  }

  /** @param {Command} command @returns {boolean} whether there was something to do */
  function run(command) {
    switch (command) {
      case "next":
        return step(1);
      case "previous":
        return step(-1);
      case "open":
        return openFocused();
      case "close":
        return close();
      case "sentence":
        return toggleSentence();
      case "pinyin":
      case "english":
        return flip(command);
    }
  }

  /** @param {1 | -1} by */
  function step(by) {
    const words = kanbaoWords.allWords();
    const from = place();
    const word = from ? words[words.indexOf(from) + by] : wordsInView()[0];
    if (!word) return false;
    const wasOpen = kanbaoCard.isOpen();
    choose(word);
    word.focus({ preventScroll: true });
    word.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (wasOpen) open(word);
    return true;
  }

  /** @returns {HTMLElement | null} the word keys go on from; none if the reader has scrolled away */
  function place() {
    const word = kanbaoWords.wordAt(document.activeElement) ?? current;
    return word && isInView(word) ? word : null;
  }

  /** @returns {HTMLElement[]} in order */
  function wordsInView() {
    return kanbaoWords.allWords().filter(isInView);
  }

  /** What is seen where there are no words of the text, as in the glossary. */
  function middle() {
    return document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  }

  /** @param {HTMLElement} word */
  function isInView(word) {
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const { top } = word.getBoundingClientRect();
    return top >= header && top < innerHeight;
  }

  function openFocused() {
    const word = kanbaoWords.wordAt(document.activeElement);
    if (word) open(word);
    return Boolean(word);
  }

  function toggleSentence() {
    const chosen = place();
    const words = chosen ? [chosen] : wordsInView();
    const sentence = words.map(kanbaoWords.sentenceOf).find(Boolean);
    kanbaoSentences.toggle(sentence);
    return Boolean(sentence);
  }

  /** @param {HTMLElement} word becomes the current one */
  function choose(word) {
    current?.classList.remove("kb-current");
    current = word;
    word.classList.add("kb-current");
    takeTab(word);
  }

  /**
   * One word of the story is a stop of the Tab key; the arrow keys go on from there.
   *
   * @param {HTMLElement} word
   */
  function takeTab(word) {
    for (const other of document.querySelectorAll("ruby[tabindex]")) {
      if (other === word) continue;
      other.removeAttribute("tabindex");
      other.removeAttribute("role");
    }
    word.tabIndex = 0;
    word.setAttribute("role", "button");
  }

  /** @param {HTMLElement} word */
  function open(word) {
    isPinned = true;
    choose(word);
    kanbaoCard.show(word);
  }

  /** @returns {boolean} whether a card was open */
  function close() {
    clearTimeout(resting);
    const wasOpen = kanbaoCard.isOpen();
    isPinned = false;
    kanbaoCard.hide();
    if (wasOpen && kanbaoCard.holds(document.activeElement)) current?.focus({ preventScroll: true });
    return wasOpen;
  }

  /** @param {"pinyin" | "english"} name */
  function flip(name) {
    const input = document.getElementById(`kb-${name}`);
    if (!(input instanceof HTMLInputElement)) return false;
    input.click();
    return true;
  }

  return { start };
})();

// The other files may stand after this one.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", kanbaoReading.start);
else kanbaoReading.start();
