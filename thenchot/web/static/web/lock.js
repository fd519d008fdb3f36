// Nobody at the machine: a lock over the page, so that what is typed stays where it is. And back again.
"use strict";

const lock = document.getElementById("lock");
const after = Number(lock.dataset.locks) * 1000;
const every = Math.min(60_000, after / 4);
let active = Date.now();
let told = Date.now();

for (const kind of ["keydown", "pointerdown", "wheel", "touchstart"]) {
  document.addEventListener(kind, () => { active = Date.now(); }, { passive: true });
}

// The server counts from the last request; whoever types without sending anything is here all the same.
setInterval(() => {
  if (lock.open) return;
  if (Date.now() - active >= after) shut();
  else if (active > told && Date.now() - told > every) send(lock.dataset.alive).then(heard, () => {});
}, 5_000);

document.body.addEventListener("htmx:afterRequest", () => { told = Date.now(); });
document.body.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 423) cover();
});

function token() {
  return lock.querySelector("[name=csrfmiddlewaretoken]").value;
}

function send(address, said = new FormData()) {
  told = Date.now();
  const headers = { "X-CSRFToken": token(), "X-Requested-With": "fetch" };
  return fetch(address, { method: "POST", body: said, headers, redirect: "manual" });
}

// A new sign-in has a new token: the forms of this page get it, and stay good.
function renew(answer) {
  const fresh = answer.headers.get("X-Token");
  if (!fresh) return;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": fresh }));
}

function heard(answer) {
  if (answer.status === 204) renew(answer);
  else if (answer.type === "opaqueredirect") cover();
}

// What was typed goes to the server as well, sealed: perhaps somebody else comes to this machine first.
function shut() {
  cover();
  const form = typed();
  const said = form ? new FormData(form) : new FormData();
  for (const [name, value] of [...said]) if (value instanceof File) said.delete(name);
  said.append("_page", location.pathname + location.search);
  if (form) said.append("_action", new URL(form.action, location.href).pathname);
  send(lock.dataset.lock, said).catch(() => {});
}

function typed() {
  const forms = [...document.querySelectorAll("main form")].filter((form) => form.method === "post");
  return forms.find((form) => [...form.elements].some(changed));
}

function changed(field) {
  if (field.type === "password" || field.type === "hidden") return false;
  if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  return "defaultValue" in field && field.value !== field.defaultValue;
}

function cover() {
  if (lock.open) return;
  document.body.classList.add("covered");
  lock.showModal();
  document.getElementById("lock-password").focus();
}

lock.addEventListener("cancel", (event) => event.preventDefault());

lock.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  event.stopPropagation();
  const form = event.target;
  const fault = form.querySelector(".faults");
  const said = new FormData(form);
  form.querySelector("[name=password]").value = "";
  fault.hidden = true;
  let answer;
  try {
    answer = await send(form.action, said);
  } catch {
    return tell(fault, fault.dataset.offline);
  }
  if (answer.status === 204) {
    renew(answer);
    active = Date.now();
    document.body.classList.remove("covered");
    lock.close();
  } else if (answer.status === 403) {
    tell(fault, answer.headers.get("Content-Type").startsWith("text/plain") ? await answer.text() : "");
  } else {
    location.href = lock.dataset.gone; // the session is over; what was typed waits behind the sign-in
  }
});

function tell(fault, sentence) {
  fault.textContent = sentence || fault.dataset.stale;
  fault.hidden = false;
}

// After unlocking without the page, or signing in again: the form as it was typed.
const returned = document.getElementById("returned");
if (returned) fill(JSON.parse(returned.textContent));

function fill(fields) {
  for (const [name, values] of Object.entries(fields)) {
    const found = [...document.querySelectorAll(`main form[method=post] [name="${CSS.escape(name)}"]`)];
    found.filter((field) => field.type !== "hidden").forEach((field, place) => put(field, values, place));
  }
}

function put(field, values, place) {
  if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
  else if (field.multiple) for (const one of field.options) one.selected = values.includes(one.value);
  else if (field.type !== "file" && field.tagName !== "BUTTON") field.value = values[place] ?? values[0];
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
