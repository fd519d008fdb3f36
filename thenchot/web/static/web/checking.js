// The two doors: a file dropped or chosen is read at once; findings are gone through by keys.
"use strict";

(() => {
  const doors = [...document.querySelectorAll("form[data-door]")];
  const box = (door) => door.querySelector("input[type=file]");
  const takes = (door, name) => door.dataset.accepts.split(" ").some((end) => name.toLowerCase().endsWith(end));
  const ask = (door) => door.querySelector("button[hx-post]").click();

  for (const door of doors) {
    for (const hint of door.querySelectorAll(".drop-hint")) hint.hidden = false;
    box(door).addEventListener("change", () => { if (box(door).files.length) ask(door); });
    // The annex of the report: what was chosen before is read again beside it.
    const beside = door.querySelector("[data-beside]");
    if (beside) beside.addEventListener("change", () => { if (box(door).files.length || door.querySelector("textarea").value) ask(door); });
    // A text that is pasted stands in the place of the file chosen before.
    const text = door.querySelector("textarea");
    if (text) text.addEventListener("input", () => { if (text.value) box(door).value = ""; });
  }

  // A file may be dropped anywhere on the page: its name says which door it is for.
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    const over = event.target.closest && event.target.closest("form[data-door]");
    for (const door of doors) door.classList.toggle("dropping", door === over || !over);
  });
  const leave = () => { for (const door of doors) door.classList.remove("dropping"); };
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) leave(); });
  document.addEventListener("drop", (event) => {
    leave();
    const files = event.dataTransfer ? event.dataTransfer.files : [];
    if (!files.length) return;
    event.preventDefault();
    const over = event.target.closest && event.target.closest("form[data-door]");
    const door = doors.find((one) => takes(one, files[0].name)) || over || doors[0];
    box(door).files = files;
    ask(door);
  });

  // From a number to its list: the list opens.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".roll-numbers a[href^='#']");
    const list = link && document.getElementById(link.getAttribute("href").slice(1));
    if (list && list.tagName === "DETAILS") list.open = true;
  });

  // ---- findings of a report, one by one ----
  let only = "";
  let current = null;
  const report = () => document.querySelector("[data-report]");
  const stepped = () => [...document.querySelectorAll(".finding")].filter((one) => !one.hidden);
  const marksOf = (finding) => finding.dataset.figures.split(" ").filter(Boolean)
    .map((one) => report().querySelector(`[data-figure="${one}"]`)).filter(Boolean);
  const lineOf = (finding) => document.getElementById(finding.dataset.line);

  const say = () => {
    const place = document.querySelector("[data-at]");
    const all = stepped();
    if (place) place.textContent = all.length ? `(${all.indexOf(current) + 1 || "–"}/${all.length})` : "";
  };

  const stand = (finding, focus) => {
    for (const old of document.querySelectorAll(".at")) old.classList.remove("at");
    current = finding;
    finding.classList.add("at");
    for (const mark of marksOf(finding)) mark.classList.add("at");
    const line = lineOf(finding);
    if (line) {
      line.classList.add("at");
      line.scrollIntoView({ block: "center" });
    }
    if (focus) finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "nearest" });
    say();
  };

  const step = (by) => {
    const all = stepped();
    if (!all.length) return;
    const at = all.indexOf(current);
    stand(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)], true);
  };

  // To the place in the text: the mark itself where it can have the focus, so that Enter leads back.
  const show = (finding) => {
    stand(finding, false);
    const target = marksOf(finding).find((one) => one.tagName === "A") || lineOf(finding);
    if (!target) return;
    if (target.tagName !== "A") target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  };

  const decide = (finding, left) => {
    finding.classList.toggle("left", left);
    const tick = finding.querySelector("[data-box] input");
    if (tick) tick.checked = left;
    const note = finding.querySelector("[data-note]");
    if (note) note.setAttribute("aria-pressed", String(!left));
    finding.querySelector("[data-leave]").setAttribute("aria-pressed", String(left));
  };

  const arrived = (answer) => {
    only = "";
    current = null;
    for (const bar of answer.querySelectorAll("[data-stepping]")) bar.hidden = false;
    for (const finding of answer.querySelectorAll(".finding")) {
      for (const button of finding.querySelectorAll("[data-note], [data-leave]")) button.hidden = false;
      for (const tick of finding.querySelectorAll("[data-box]")) tick.hidden = true;
    }
    say();
  };

  document.addEventListener("click", (event) => {
    const within = (what) => event.target.closest(what);
    if (within("[data-step]")) return step(Number(within("[data-step]").dataset.step));
    if (within("[data-only]")) {
      only = within("[data-only]").dataset.only;
      for (const one of document.querySelectorAll("[data-only]")) {
        one.setAttribute("aria-pressed", String(one.dataset.only === only));
      }
      for (const one of document.querySelectorAll(".finding")) {
        one.hidden = Boolean(only) && one.dataset.verdict !== only;
      }
      if (current && current.hidden) current = null;
      return say();
    }
    const finding = within(".finding");
    if (within("[data-show]")) { event.preventDefault(); return show(finding); }
    if (within("[data-note]")) return decide(finding, false);
    if (within("[data-leave]")) {
      decide(finding, true);
      const all = stepped();
      if (all.indexOf(finding) < all.length - 1) { current = finding; step(1); }
      return undefined;
    }
    if (within("a[data-finding]")) {
      const wanted = document.getElementById(`k${within("a[data-finding]").dataset.finding}`);
      if (!wanted) return undefined;
      event.preventDefault();
      if (wanted.hidden) document.querySelector('[data-only=""]').click();
      return stand(wanted, true);
    }
    return undefined;
  });

  document.addEventListener("keydown", (event) => {
    if (!report() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      event.preventDefault();
      step(key === "j" ? 1 : -1);
    } else if (event.key === "Enter" && current && event.target === current) {
      event.preventDefault();
      show(current);
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "answer") return;
    const answer = event.target.querySelector("[data-answer]");
    if (!answer) return;
    arrived(answer);
    answer.focus({ preventScroll: true });
    answer.scrollIntoView({ block: "start" });
  });
  const there = document.querySelector("[data-answer]");
  if (there) arrived(there);
})();
