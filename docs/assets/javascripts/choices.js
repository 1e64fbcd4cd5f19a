// @ts-check
// The reader's switches, kept for the whole site. The style sheet does the showing.

"use strict";

const kanbaoChoices = (() => {
  const PREFIX = "kanbao:v1:";

  /** @returns {HTMLInputElement[]} */
  function switches() {
    return [...document.querySelectorAll(".kb-switch input")].filter(
      (input) => input instanceof HTMLInputElement,
    );
  }

  /** Sets every switch of the page as the reader left it. */
  function restore() {
    for (const input of switches()) {
      const kept = read(input.id);
      if (kept !== null) input.checked = kept === "on";
    }
  }

  /** @param {HTMLInputElement} input */
  function keep(input) {
    try {
      localStorage.setItem(PREFIX + input.id, input.checked ? "on" : "off");
    } catch {
      // Storage is closed to this page: the choice holds until the reader leaves it.
    }
  }

  /**
   * Keeps the reader's place: what was seen first before *input* was switched stays where it was.
   *
   * @param {HTMLInputElement} input
   * @param {() => Element | undefined} findPlace
   */
  function holdStill(input, findPlace) {
    input.checked = !input.checked;
    const place = findPlace();
    const before = place?.getBoundingClientRect().top ?? 0;
    input.checked = !input.checked;
    const moved = place ? place.getBoundingClientRect().top - before : 0;
    if (scrollY > 0) scrollBy({ top: moved, behavior: "instant" });
  }

  /** @param {string} id @returns {string | null} */
  function read(id) {
    try {
      return localStorage.getItem(PREFIX + id);
    } catch {
      return null;
    }
  }

  // At once, not when the page is complete: it is shown before that.
  restore();
  return { keep, holdStill, restore };
})();
