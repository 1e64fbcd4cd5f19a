// @ts-check
// The reader's switches, kept for the whole site. The style sheet does the showing.
// Stands in the head, so that no page is shown otherwise than the reader left it.

"use strict";

// eslint-disable-next-line no-unused-vars
const kanbaoChoices = (() => {
  const PREFIX = "kanbao:v1:";
  const SWITCHES = ".kb-switch input";

  function start() {
    // The browser tells of each switch before it draws it.
    const arrivals = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) addedNodes.forEach(restore);
    });
    arrivals.observe(document, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", () => arrivals.disconnect());
    document.addEventListener("change", (event) => isSwitch(event.target) && keep(event.target));
    // A story came back from the browser's memory: another page may have changed the switches.
    addEventListener("pageshow", () => document.querySelectorAll(SWITCHES).forEach(restore));
  }

  /** @param {unknown} target @returns {target is HTMLInputElement} */
  function isSwitch(target) {
    return target instanceof HTMLInputElement && target.matches(SWITCHES);
  }

  /** @param {Node} node set as the reader left it, if it is a switch */
  function restore(node) {
    if (!isSwitch(node)) return;
    const kept = read(node.id);
    if (kept !== null) node.checked = kept === "on";
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
   * @param {() => Element | null} findPlace
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

  start();
  return { isSwitch, holdStill };
})();
