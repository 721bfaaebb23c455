// Copying an address and the device's own sharing; without scripts plain links do the same.

function say(words: string): void {
  for (const status of document.querySelectorAll<HTMLElement>("[data-copy-status]")) status.textContent = words;
}

if ("clipboard" in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.parentElement!.hidden = false;
    const words = button.textContent ?? "";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      const done = button.dataset.done ?? "";
      button.textContent = done;
      say(done);
      setTimeout(() => (button.textContent = words), 3000);
    });
  }
}

if ("share" in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share]")) {
    button.parentElement!.hidden = false;
    // Whoever closes the device's choice has changed their mind, which is no mistake.
    button.addEventListener("click", () => void navigator.share({ url: button.dataset.url ?? location.href, title: button.dataset.title ?? document.title }).catch(() => undefined));
  }
}

export {};
