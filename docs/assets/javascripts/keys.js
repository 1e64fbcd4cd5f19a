// @ts-check
// Which key means what. Material has f, s, /, p, n, comma and full stop; they stay its own.

"use strict";

/** @typedef {"next" | "previous" | "open" | "close" | "sentence" | "pinyin" | "english"} Command */

// eslint-disable-next-line no-unused-vars
const kanbaoKeys = (() => {
  /** @type {Readonly<Record<string, Command>>} */
  const COMMANDS = {
    ArrowRight: "next",
    ArrowLeft: "previous",
    Enter: "open",
    " ": "open",
    Escape: "close",
    t: "sentence",
    y: "pinyin",
    e: "english",
  };

  /** Where keys belong to somebody else. */
  const OTHERS = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]";

  /** What Enter and Space press by themselves. */
  const PRESSED = "a, button, input, summary, label";

  /**
   * @param {KeyboardEvent} event
   * @returns {Command | null}
   */
  function commandOf(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
    if (event.isComposing || event.defaultPrevented) return null;
    const command = COMMANDS[event.key] ?? null;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(OTHERS)) return null;
    if (command === "open" && !target?.matches("ruby")) return null;
    if (command === "open" && target?.closest(PRESSED)) return null;
    return command;
  }

  return { commandOf };
})();
