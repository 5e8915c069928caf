// A place whose words are read out when they change, and not seen.
export function announcer() {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "govuk-visually-hidden";
  document.body.append(said);
  return said;
}
