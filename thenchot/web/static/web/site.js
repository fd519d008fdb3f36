// What needs a script: menus that close, a form sent once, the choice that moves by arrow keys.
"use strict";

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.account[open], details.choices[open]")) {
    if (!open.contains(event.target)) open.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details.account[open], details.choices[open]")) {
    open.removeAttribute("open");
    open.querySelector("summary").focus();
  }
});

// A second press of the same button sends nothing; coming back by the back button frees it again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post") || form.hasAttribute("data-again")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// The rows of a number beside the table where there is room; on narrow screens the link is followed.
const wide = window.matchMedia("(min-width: 1100px)");
let opening = null;

function openBeside(link) {
  const place = document.getElementById("opened");
  if (!place || !wide.matches || !window.htmx) return false;
  for (const other of document.querySelectorAll("[data-rows] a[aria-current]")) other.removeAttribute("aria-current");
  if (link.closest("[data-rows]")) link.setAttribute("aria-current", "true");
  window.htmx.ajax("GET", link.getAttribute("href"), { target: "#opened", swap: "innerHTML" });
  place.scrollTop = 0;
  history.replaceState({ opened: link.getAttribute("href") }, "");
  return true;
}

// Back from a person to the table: the number that was open is open again.
document.addEventListener("DOMContentLoaded", () => {
  const was = history.state && history.state.opened;
  const links = document.querySelectorAll("[data-rows] a[data-beside]");
  const link = [...links].find((one) => one.getAttribute("href") === was);
  if (link) openBeside(link);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-beside]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (openBeside(link)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const link = event.target.closest && event.target.closest("[data-rows] a[data-beside]");
  if (!step || !link) return;
  const links = [...link.closest("[data-rows]").querySelectorAll("a[data-beside]")];
  const next = links[links.indexOf(link) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  clearTimeout(opening);
  opening = setTimeout(() => openBeside(next), 200);
});

// A number opened by its key takes one to its rows; Escape, or the first link there, leads back to it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-rows] a[data-beside]");
  if (!link || event.detail !== 0 || !event.defaultPrevented) return;
  document.addEventListener("htmx:afterSwap", () => document.getElementById("opened").focus(), { once: true });
});
function backToNumber(event) {
  const link = document.querySelector("[data-rows] a[data-beside][aria-current]");
  if (!link) return;
  event.preventDefault();
  link.focus();
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest && event.target.closest("#opened")) backToNumber(event);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("a[data-to-number]")) backToNumber(event);
});

// A ready sentence is copied by its button; without a script its text is there to be chosen.
function offerCopies(root) {
  for (const button of root.querySelectorAll("button[data-copy][hidden]")) button.hidden = false;
}
document.addEventListener("DOMContentLoaded", () => offerCopies(document));
document.addEventListener("htmx:afterSwap", (event) => offerCopies(event.target));
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  window.getSelection().selectAllChildren(text);
  const copied = navigator.clipboard ? navigator.clipboard.writeText(text.textContent) : Promise.reject();
  copied.catch(() => document.execCommand("copy")).then(() => { button.textContent = button.dataset.copied; });
});

// *Chọn tất cả*: every box of that name, or none when all were ticked.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tick]");
  if (!button) return;
  const boxes = [...button.form.querySelectorAll(`input[name="${button.dataset.tick}"]`)];
  const on = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = on;
});

// What is wrong is read out first.
document.querySelector("[data-focus]")?.focus();

// A browser shows days in its own language's order; beside the box stands the day as it is read here.
const sayDay = (box) => {
  let said = box.nextElementSibling;
  if (!said || !said.classList.contains("day-said")) {
    said = document.createElement("span");
    said.className = "day-said";
    said.setAttribute("aria-live", "polite");
    box.after(said);
  }
  said.textContent = box.value.split("-").reverse().join("/");
};
const sayDays = (part) => {
  for (const box of part.querySelectorAll("input[type=date]")) sayDay(box);
};
document.addEventListener("input", (event) => {
  if (event.target.matches("input[type=date]")) sayDay(event.target);
});
document.addEventListener("htmx:load", (event) => sayDays(event.target));
sayDays(document);
