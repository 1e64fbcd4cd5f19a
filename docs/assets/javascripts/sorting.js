// @ts-check
// The glossary in another order: as the words appear, by level, by how often they stand there.

"use strict";

const kanbaoSorting = (() => {
  /** Columns of the glossary; -1 stands for the order of the page. */
  const ORDERS = [
    { column: -1, chinese: "出现", english: "As they appear" },
    { column: 2, chinese: "级别", english: "Level" },
    { column: 3, chinese: "次数", english: "Times" },
  ];

  /** After every level: words that no list has. */
  const NO_LEVEL = 99;

  /**
   * @param {readonly string[]} cells
   * @param {number} column
   * @returns {number} rising: low levels first, frequent words first
   */
  function weight(cells, column) {
    const number = parseInt(cells[column], 10);
    if (column === 3) return -number;
    return Number.isNaN(number) ? NO_LEVEL : number;
  }

  function addButtons() {
    const table = document.querySelector(".kb-glossary table");
    const body = table instanceof HTMLTableElement ? table.tBodies[0] : null;
    if (!table || !body || body.rows.length < 2) return;
    const asPrinted = [...body.rows];
    const group = document.createElement("div");
    group.className = "kb-sort";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "排序 Sort");
    group.append(...ORDERS.map(button));
    group.addEventListener("click", (event) => {
      const pressed = event.target instanceof Element ? event.target.closest("button") : null;
      if (!pressed) return;
      for (const one of group.children) one.setAttribute("aria-pressed", String(one === pressed));
      body.append(...sorted(asPrinted, Number(pressed.dataset.column)));
    });
    table.before(group);
  }

  /** @param {typeof ORDERS[number]} order @param {number} place */
  function button(order, place) {
    const one = document.createElement("button");
    one.type = "button";
    one.dataset.column = String(order.column);
    one.setAttribute("aria-pressed", String(place === 0));
    const english = document.createElement("span");
    english.lang = "en";
    english.textContent = order.english;
    one.append(`${order.chinese} `, english);
    return one;
  }

  /** @param {HTMLTableRowElement[]} rows @param {number} column */
  function sorted(rows, column) {
    if (column < 0) return rows;
    const weights = new Map(
      rows.map((row) => [row, weight([...row.cells].map((cell) => cell.textContent || ""), column)]),
    );
    return [...rows].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
  }

  return { addButtons };
})();
