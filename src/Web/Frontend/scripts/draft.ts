// What was typed survives a reload or a crash of the page, in this tab only and until it was sent. Who reports is never stored: nobody
// finds name and number on a phone that was lent, nor does a script that should not be there.
const key = "report-draft";

interface Draft {
  fields: Record<string, string>;
  formKey: string;
  formTime?: string;
  photos: string[];
}

const skipped = new Set(["__RequestVerificationToken", "Photos.FormKey", "Photos.PhotoKeys", "Photos.Files", "Shown", "Different", "FormTime", "Website", "Altcha", "WasAsked",
  "Form.Name", "Form.Phone", "Form.Email"]);

const place = ["Form.Latitude", "Form.Longitude", "Form.Tambon", "Form.Road", "Form.Landmark", "Form.Moo", "Form.PoleNumber"];

export function keepDraft(form: HTMLFormElement, restored: () => void): void {
  // A form that comes back with its mistakes carries everything itself.
  if (form.dataset.fresh === "yes") restore(form, restored);
  const save = () => store(form);
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  addEventListener("pagehide", save);
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function store(form: HTMLFormElement): void {
  const data = new FormData(form);
  const fields: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === "string" && value !== "" && !skipped.has(name)) fields[name] = value;
  const draft: Draft = {
    fields,
    formKey: text(data.get("Photos.FormKey")),
    formTime: text(data.get("FormTime")),
    photos: data.getAll("Photos.PhotoKeys").map(text),
  };
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Private windows may keep nothing; the form goes on without a draft.
  }
}

function restore(form: HTMLFormElement, restored: () => void): void {
  const draft = read();
  if (draft === null) return;
  // Whoever comes from a pole's label means this pole, not the place of an older draft.
  if (form.dataset.placeKnown === "yes") for (const name of place) delete draft.fields[name];
  if (!worthKeeping(draft)) return;
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox")) {
      // The acknowledgement is given anew each time.
      if (element.type === "radio") element.checked = draft.fields[element.name] === element.value || (element.checked && draft.fields[element.name] === undefined);
    } else if ((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) && !skipped.has(element.name)) {
      const kept = draft.fields[element.name];
      if (kept !== undefined) element.value = kept;
    }
  }
  if (draft.photos.length > 0) {
    // The photos wait for the form of then, and its time is signed with its key.
    const time = form.querySelector<HTMLInputElement>("input[name=FormTime]");
    if (time !== null && draft.formTime !== undefined) time.value = draft.formTime;
    form.querySelector("[data-photo-field]")?.dispatchEvent(new CustomEvent("photos:restore", { detail: { formKey: draft.formKey, keys: draft.photos } }));
  }
  restored();
  const status = form.querySelector<HTMLElement>("[data-draft-status]");
  if (status === null) return;
  status.hidden = false;
  status.textContent = form.dataset.wordsDraft ?? "";
}

function worthKeeping(draft: Draft): boolean {
  return draft.photos.length > 0 || Object.keys(draft.fields).some(name => name !== "Form.ToldBy" && name !== "Form.Acknowledged");
}

function read(): Draft | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : JSON.parse(kept) as Draft;
  } catch {
    return null;
  }
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
