// Keeps the briefing in this browser, so that quotes can be added from every page. What is kept are
// the names and values of the briefing's form, in order.
import { announcer } from "./announcing.js";

const KEY = "minuted-briefing";
const FULL = 60000; // bytes; the service refuses forms of more than 64 kB

export function addQuotes() {
  const said = announcer();

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.id !== "add-to-briefing" || !submitter) return;
    try {
      const kept = read();
      const sent = [...new FormData(form), [submitter.name, submitter.value]];
      const added = [...kept, ...sent.filter((pair) => !holds(kept, pair))];
      said.textContent = write(added) ? "Added to briefing" : "The briefing is full";
      submitter.textContent = said.textContent;
      event.preventDefault();
    } catch {
      // Nothing can be kept here: the quote goes to the page of the briefing.
    }
  });
}

export function keepBriefing() {
  const form = document.querySelector("[data-briefing]");
  if (!form) return;
  try {
    const kept = read();
    if (form.dataset.briefing === "join" && kept.length) return join(form, kept);
    const save = () => write(pairsOf(form));
    save();
    form.addEventListener("input", save);
    showOthers(localStorage.getItem.bind(localStorage, KEY));
  } catch {
    // The page holds the briefing without being kept.
  }
}

// What was kept comes first; the page's own quotes are put after it.
function join(form, kept) {
  form.prepend(...kept.map(hidden));
  form.submit();
}

// Quotes may have been added in another tab since this page was shown.
function showOthers(now) {
  let shown = now();
  document.addEventListener("input", () => (shown = now()));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && now() !== shown) location.assign("/briefing");
  });
}

function pairsOf(form) {
  const pairs = [...new FormData(form)].filter(([name]) => name !== "question");
  return pairs.some(([, value]) => value) ? pairs : [];
}

function holds(kept, [name, value]) {
  const names = name === "add" ? ["add", "reference"] : [name];
  return kept.some((pair) => names.includes(pair[0]) && pair[1] === value);
}

function hidden([name, value]) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

function read() {
  return JSON.parse(localStorage.getItem(KEY)) ?? [];
}

// What the service would refuse is not kept: it could never be opened again.
function write(pairs) {
  if (new URLSearchParams(pairs).toString().length > FULL) return false;
  if (pairs.length) localStorage.setItem(KEY, JSON.stringify(pairs));
  else localStorage.removeItem(KEY);
  return true;
}
