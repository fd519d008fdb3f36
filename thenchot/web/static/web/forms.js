// Arrow keys move over the cells of a sheet; Enter follows the cell, as on any link.
"use strict";

(() => {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const place = (link) => [Number(link.dataset.row), Number(link.dataset.column)];

  // The nearest cell in that direction: of the same line before any other.
  function next(from, [down, right], cells) {
    const [row, column] = place(from);
    let best = null;
    let least = Infinity;
    for (const cell of cells) {
      const [toRow, toColumn] = place(cell);
      const ahead = down ? (toRow - row) * down : (toColumn - column) * right;
      if (ahead <= 0) continue;
      const aside = Math.abs(down ? toColumn - column : toRow - row);
      const far = ahead + aside * 1000;
      if (far < least) [best, least] = [cell, far];
    }
    return best;
  }

  const chosen = document.querySelector("[data-grid] a[aria-current]");
  if (chosen && !document.querySelector("[data-focus]")) chosen.focus({ preventScroll: false });

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest && event.target.closest("[data-grid] a[data-row]");
    if (!link || !step[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    const found = next(link, step[event.key], link.closest("[data-grid]").querySelectorAll("a[data-row]"));
    if (!found) return;
    event.preventDefault();
    found.focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-grid] a[data-row]");
    if (!link) return;
    for (const other of document.querySelectorAll("[data-grid] a[aria-current]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });
})();
