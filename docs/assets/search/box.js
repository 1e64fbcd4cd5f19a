// @ts-check
// The search box hears keys only; hanzi that are pasted, drawn or spoken come without any.

"use strict";

document.addEventListener("input", (event) => {
  const box = event.target;
  if (box instanceof HTMLInputElement && box.dataset.mdComponent === "search-query") {
    box.dispatchEvent(new Event("keyup"));
  }
});
