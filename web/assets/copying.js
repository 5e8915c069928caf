// Puts a button that copies in the place of text that is there to be selected.
export function offerCopying(scope) {
  if (!navigator.clipboard) return;
  scope.querySelectorAll("[data-copy]").forEach((place) => {
    const text = place.querySelector("[data-copy-text]").textContent;
    const selectable = [...place.childNodes];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary";
    button.textContent = place.dataset.copy;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = "Copied";
      } catch {
        place.replaceChildren(...selectable);
      }
    });
    place.replaceChildren(button, said);
  });
}
