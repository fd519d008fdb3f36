// The two doors: a file dropped or chosen is read at once; the answer gets the focus.
"use strict";

(() => {
  const doors = [...document.querySelectorAll("form[data-door]")];
  const box = (door) => door.querySelector("input[type=file]");
  const takes = (door, name) => door.dataset.accepts.split(" ").some((end) => name.toLowerCase().endsWith(end));
  const ask = (door) => door.querySelector("button[hx-post]").click();

  for (const door of doors) {
    for (const hint of door.querySelectorAll(".drop-hint")) hint.hidden = false;
    box(door).addEventListener("change", () => { if (box(door).files.length) ask(door); });
  }

  // A file may be dropped anywhere on the page: its name says which door it is for.
  document.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    const over = event.target.closest && event.target.closest("form[data-door]");
    for (const door of doors) door.classList.toggle("dropping", door === over || !over);
  });
  const leave = () => { for (const door of doors) door.classList.remove("dropping"); };
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) leave(); });
  document.addEventListener("drop", (event) => {
    leave();
    const files = event.dataTransfer.files;
    if (!files.length) return;
    event.preventDefault();
    const over = event.target.closest && event.target.closest("form[data-door]");
    const door = doors.find((one) => takes(one, files[0].name)) || over || doors[0];
    box(door).files = files;
    ask(door);
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "answer") return;
    const answer = event.target.querySelector("[data-answer]");
    if (!answer) return;
    answer.focus({ preventScroll: true });
    answer.scrollIntoView({ block: "start" });
  });

  // From a number to its list: the list opens.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".roll-numbers a[href^='#']");
    const list = link && document.getElementById(link.getAttribute("href").slice(1));
    if (list && list.tagName === "DETAILS") list.open = true;
  });
})();
