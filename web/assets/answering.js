// Shows the answer to a question without loading another page. Questions stay out of addresses.
import { announcer } from "./announcing.js";
import { fetchPage } from "./fetching.js";

let asking = false;

export function answerInPlace(improve) {
  const said = announcer();

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-answer-in-place]") || event.defaultPrevented) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    const main = document.querySelector("main");
    main.setAttribute("aria-busy", "true");
    said.textContent = "Searching the minutes";
    try {
      const page = await fetchPage(form, event.submitter);
      show(page, main, form, improve);
      said.textContent = main.querySelector("[data-announce]")?.textContent ?? "";
    } catch {
      said.textContent = "";
      showProblem(form, "The answer could not be loaded", [
        "Check your connection and try again.",
      ]);
    } finally {
      asking = false;
      main.removeAttribute("aria-busy");
    }
  });

  document.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (sends && event.target.matches("[data-answer-in-place] textarea")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });
}

function show(page, main, form, improve) {
  const problem = page.querySelector("[data-problem]");
  if (problem) {
    const sentences = [...problem.querySelectorAll("[data-problem-text]")];
    const heading = problem.querySelector("h1").textContent;
    showProblem(form, heading, sentences.map((sentence) => sentence.textContent));
    return;
  }
  document.title = page.title;
  main.replaceChildren(...page.querySelector("main").childNodes);
  improve(main);
  main.querySelector("#answer")?.focus();
}

// What went wrong stands above the form, so that the conversation and the question stay.
function showProblem(form, heading, sentences) {
  document.querySelector("[data-problem-shown]")?.remove();
  const box = element("div", "govuk-error-summary");
  const alert = element("div", "");
  const body = element("div", "govuk-error-summary__body");
  alert.setAttribute("role", "alert");
  box.dataset.problemShown = "";
  box.tabIndex = -1;
  body.append(...sentences.map((sentence) => element("p", "govuk-body", sentence)));
  alert.append(element("h2", "govuk-error-summary__title", heading), body);
  box.append(alert);
  form.before(box);
  box.focus();
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
