// Sends what a reader says of an answer without leaving it.
import { fetchPage } from "./fetching.js";

export function sendFeedback() {
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (!form.matches("[data-feedback]")) return;
    event.preventDefault();
    form.inert = true; // A second press would be kept as a second reader's.
    const said = document.createElement("p");
    said.tabIndex = -1;
    try {
      const page = await fetchPage(form, submitter);
      said.textContent = page.querySelector("[data-feedback-said]").textContent;
      form.replaceChildren(said);
    } catch {
      form.querySelector(".govuk-error-message")?.remove();
      said.className = "govuk-error-message";
      said.textContent = "It could not be sent. Check your connection and try again.";
      form.append(said);
    }
    form.inert = false;
    said.focus();
  });
}
