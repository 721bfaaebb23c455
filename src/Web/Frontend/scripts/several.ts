// Several requests at once: ticking them all, and a bar that says how many. Without this script the bar is always there
// and a link ticks them all.

const form = document.querySelector<HTMLFormElement>("form[data-several]");
const bar = form?.querySelector<HTMLElement>("[data-several-bar]");
if (form && bar) setUp(form, bar);

function setUp(form: HTMLFormElement, bar: HTMLElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name=request]")];
  const label = form.querySelector<HTMLElement>("[data-several-all]");
  const all = label?.querySelector<HTMLInputElement>("input");
  const count = bar.querySelector<HTMLElement>("[data-several-count]");
  if (label) label.hidden = false;

  function show(): void {
    const chosen = boxes.filter(box => box.checked).length;
    if (count) count.textContent = (count.dataset.words ?? "{0}").replace("{0}", String(chosen));
    bar.hidden = chosen === 0;
    if (all) {
      all.checked = chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
  }

  all?.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  for (const box of boxes) box.addEventListener("change", show);
  // Back from a request, the browser may have kept what was ticked.
  window.addEventListener("pageshow", show);
  show();
}

export {};
