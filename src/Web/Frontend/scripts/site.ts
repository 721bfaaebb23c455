// Loaded on every page: only what makes a page that already works more pleasant.

/** A form is sent once, however often the button is pressed. The server guards too; this saves the wait. */
document.addEventListener("submit", event => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sending === "yes") {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
});

// Back from the browser's memory, the form may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sending]")) delete form.dataset.sending;
});

// What went wrong is the first thing to be read after a form was sent back.
document.querySelector<HTMLElement>("[data-error-summary]")?.focus();

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

import "./share";

export {};
