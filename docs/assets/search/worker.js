// @ts-check
// The search behind Material's search box: answers its messages with our own index.
//
// Material lets the worker be replaced (the address stands in the page's `__config`). Its
// own one builds a word index in the browser at every page load and cannot look inside a
// word; this one loads the site's text at the first query and reads it from end to end.
// From a disk (file://) there are no workers: then this runs in a frame, and
// `importScripts` is iframe-worker's, which gives a promise.

"use strict";

/** Material's message types, src/templates/assets/javascripts/integrations/search/worker. */
const MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };

/** Loaded at the first query; the last one holds the site's text. */
const SCRIPTS = ["pinyin.js", "show.js", "query.js", "../../search/stories.js"];

const here = typeof document === "undefined" ? location.href : frameScript();

/** @type {Promise<(query: string) => object[]> | undefined} */
let searching;

addEventListener("message", async (event) => {
  const { type, data } = event.data;
  if (type === MESSAGE.setup) {
    postMessage({ type: MESSAGE.ready });
  } else if (type === MESSAGE.query) {
    const answers = data.trim() ? (await loadSearch())(data) : [];
    postMessage({ type: MESSAGE.result, data: { items: answers.map((answer) => [answer]) } });
  }
});

/** @returns {Promise<(query: string) => object[]>} */
function loadSearch() {
  searching ??= (async () => {
    await importScripts(...SCRIPTS.map((path) => new URL(path, here).href));
    const { kanbaoIndex: index } = /** @type {{kanbaoIndex: Index}} */ (
      /** @type {unknown} */ (globalThis)
    );
    const spellings = kanbaoPinyin.readSpellings(index.words);
    return (query) => kanbaoQuery.answer(index, spellings, query);
  })();
  return searching;
}

/** @returns {string} this script's address where it runs in a frame */
function frameScript() {
  const script = document.querySelector("script[src]");
  return script instanceof HTMLScriptElement ? script.src : location.href;
}
