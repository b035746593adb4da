/* global document */
// Filters the list of functions while the reader types. Without this script the form asks the server instead.
const input = document.querySelector("#filter");
const count = document.querySelector("#count");
const none = document.querySelector("#none");
const guides = document.querySelector("#guide-list");

function filter() {
  const words = input.value.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const section of document.querySelectorAll(".category")) {
    const cards = [...section.querySelectorAll(".card")];
    for (const card of cards) card.hidden = !words.every((word) => card.dataset.search.includes(word));
    const left = cards.filter((card) => !card.hidden).length;
    section.hidden = left === 0;
    shown += left;
  }
  const all = Number(count.dataset.all);
  count.textContent = shown === all ? `${all} functions` : `${shown} of ${all} functions`;
  none.hidden = shown > 0;
  guides.hidden = words.some(Boolean);
}

// A page that the server has filtered lacks the other functions, so it goes on asking the server.
if (input && document.querySelectorAll(".category .card").length === Number(count.dataset.all)) {
  input.form.classList.add("live");
  input.form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", filter);
  if (input.value) filter();
}
