// The report page and its receipt: position, subdistricts, draft. The page works without any of it.
import "./photos";
import { forgetDraft, keepDraft } from "./draft";
import { showNearby } from "./nearby";
import { setUpPlace } from "./place";

const form = document.querySelector<HTMLFormElement>("form[data-report]");
if (form !== null) {
  const place = setUpPlace(form);
  keepDraft(form, () => place?.refresh());
  showNearby(form);
  // Shown between sending and being received: nobody should overlook that nothing has been received yet.
  form.querySelector<HTMLElement>("[data-between]")?.focus();
  const proof = form.querySelector<HTMLElement>("[data-proof]");
  if (proof !== null) void import("./proof").then(({ prove }) => prove(form, proof));
}

// The receipt says that all arrived.
if (document.querySelector("[data-report-sent]") !== null) forgetDraft();

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  if (navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
      const status = document.querySelector("[data-copy-status]");
      if (status !== null) status.textContent = button.dataset.copied ?? "";
    });
  });
}
