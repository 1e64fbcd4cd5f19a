// @ts-check
// English sentence by sentence: a small button where each sentence ends.

"use strict";

// eslint-disable-next-line no-unused-vars
const kanbaoSentences = (() => {
  /** Punctuation whose right half is empty. */
  const ROOM = /[。！？…；：，、”’）》〉」』】]$/u;

  /** Adds the buttons. They hold no text: a copy of the story stays pure. */
  function addButtons() {
    for (const english of document.querySelectorAll(".kb-text .kb-s + .kb-en:not(.kb-missing)")) {
      const button = document.createElement("button");
      button.type = "button";
      const hasRoom = ROOM.test(english.previousElementSibling?.textContent || "");
      button.className = hasRoom ? "kb-ask" : "kb-ask kb-ask-apart";
      // Not a stop of the Tab key, there are too many: key t does the same.
      button.tabIndex = -1;
      button.setAttribute("aria-label", "英文 English");
      button.setAttribute("aria-expanded", "false");
      english.before(button);
    }
  }

  /** @param {EventTarget | null} target @returns {Element | null} the button *target* is */
  function buttonAt(target) {
    return target instanceof Element ? target.closest(".kb-ask") : null;
  }

  /** @param {Element | null | undefined} sentence shows its English, or hides it again */
  function toggle(sentence) {
    const button = sentence?.nextElementSibling;
    const english = button?.nextElementSibling;
    if (!button?.matches(".kb-ask") || !english) return;
    const isOpen = english.classList.toggle("kb-open");
    button.setAttribute("aria-expanded", String(isOpen));
  }

  return { addButtons, buttonAt, toggle };
})();
