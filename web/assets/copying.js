// Puts a button that copies in the place of text that is there to be selected.
export function offerCopying(scope) {
  if (!navigator.clipboard) return;
  scope.querySelectorAll("[data-copy]").forEach((place) => {
    const text = place.querySelector("[data-copy-text]").textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary minuted-copy__button";
    button.textContent = place.dataset.copy;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "minuted-copy__said";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = "Copied";
      } catch {
        place.replaceChildren(...before);
      }
    });
    const before = [...place.childNodes];
    place.replaceChildren(button, said);
  });
}
