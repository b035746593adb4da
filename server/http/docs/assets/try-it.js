/* global document, fetch */
// Sends the arguments of the "Try it" form to the server and shows its answer. Without this script the form stays hidden.
import { readCell, readRange, shownAnswer } from "./cells.js";

const section = document.querySelector(".try");
const form = section?.querySelector("form");
const result = section?.querySelector(".result");

/** An element with text; text from a reply is never markup. */
function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function table(rows, dates) {
  const scroll = element("div", "scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-label", "Answer");
  const body = document.createElement("tbody");
  for (const row of rows) {
    const line = document.createElement("tr");
    line.append(
      ...row.map((cell, j) => element("td", typeof cell === "number" ? "number" : "", shownAnswer(cell, j === dates))),
    );
    body.append(line);
  }
  const made = element("table", "sheet");
  made.append(body);
  scroll.append(made);
  return scroll;
}

function failure(code, message) {
  const made = element("p", "failure");
  made.append(element("b", "", code), ` ${message}`);
  return made;
}

function shown({ value, error }, dates) {
  if (error) return failure(error.code, error.message);
  return Array.isArray(value) ? table(value, dates) : element("output", "", shownAnswer(value, dates === 0));
}

const fields = () => [...form.querySelectorAll("input, textarea")];

/** The column of the answer that holds dates; undefined where these arguments make none. */
function dateColumn(args) {
  const { column, given } = JSON.parse(form.dataset.dates ?? "{}");
  return given >= 0 && args[given] === null ? undefined : column;
}

/** The answer, or in words why there is none. */
async function answer() {
  const args = fields().map((field) => (field.dataset.range ? readRange(field.value) : readCell(field.value)));
  const response = await fetch(form.action, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ calls: [{ function: form.dataset.function, args }] }),
  }).catch(() => null);
  if (!response) return failure("No answer.", "The server cannot be reached.");
  const reply = await response.json().catch(() => ({}));
  if (response.ok) return shown(reply.results[0], dateColumn(args));
  return failure("No answer.", reply.detail ?? `The server answered ${response.status}.`);
}

let latest = 0;

async function calculate(event) {
  event.preventDefault();
  const asked = ++latest;
  result.replaceChildren(element("span", "muted", "Calculating…"));
  const shownAnswer = await answer();
  // A reply that comes after a later question's is not its answer.
  if (asked === latest) result.replaceChildren(shownAnswer);
}

function startFrom({ target }) {
  const texts = JSON.parse(target.value);
  fields().forEach((field, i) => (field.value = texts[i]));
  latest++;
  result.replaceChildren();
}

if (form) {
  form.addEventListener("submit", calculate);
  form.querySelector("#try-example")?.addEventListener("change", startFrom);
  section.hidden = false;
}
