// A thumb presses + more easily than it types a digit; without this script the field is typed into.
for (const quantity of document.querySelectorAll<HTMLElement>("[data-quantity]")) {
  const field = quantity.querySelector<HTMLInputElement>("input");
  for (const button of quantity.querySelectorAll<HTMLButtonElement>("button[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (!field) return;
      const next = Math.min(Number(field.max), Math.max(0, Number(field.value) + Number(button.dataset.step)));
      field.value = next === 0 ? "" : String(next);
    });
  }
}

export {};
