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
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
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
