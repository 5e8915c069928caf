// Sends a form as its button would, and gives the page that comes of it.
export async function fetchPage(form, submitter) {
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const response = await fetch(form.getAttribute("action"), { method: "POST", body });
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
