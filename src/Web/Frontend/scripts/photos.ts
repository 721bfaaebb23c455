// Photos of a form: made smaller on the phone, sent at once, shown as the server keeps them. Without this script the
// same field sends its files with the form.
import { shrink } from "./shrink";
import { post } from "./upload";

for (const field of document.querySelectorAll<HTMLElement>("[data-photo-field]")) setUp(field);

function setUp(field: HTMLElement): void {
  const form = field.closest("form");
  const list = field.querySelector<HTMLElement>("[data-photo-list]");
  const status = field.querySelector<HTMLElement>("[data-photo-status]");
  const input = field.querySelector<HTMLInputElement>("input[type=file]");
  const key = field.querySelector<HTMLInputElement>("[data-form-key]");
  if (!form || !list || !status || !input || !key) return;
  const words = field.dataset;
  const most = Number(words.most);
  const send = new Set<HTMLElement>();
  let waiting: HTMLElement | null = null;
  let line = Promise.resolve();

  field.querySelector("[data-photo-new]")?.classList.add("is-live");
  const address = () => (words.upload ?? "").replace(/[^/]+$/, key.value);
  const say = (text: string | undefined) => { status.textContent = text ?? ""; };
  const token = () => form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";

  function take(): void {
    const files = [...(input!.files ?? [])];
    input!.value = "";
    say("");
    for (const file of files) {
      if (list!.children.length >= most) {
        say(words.wordsMost);
        break;
      }
      const tile = document.createElement("li");
      tile.className = "photo";
      list!.append(tile);
      queue(tile, file);
    }
  }

  // One after the other: a weak signal carries one photo, not five at once.
  function queue(tile: HTMLElement, file: File): void {
    send.add(tile);
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", `${words.wordsSending} ${number(tile)}`);
    tile.replaceChildren(bar);
    line = line.then(() => tile.isConnected ? sendOne(tile, file, bar) : undefined);
  }

  async function sendOne(tile: HTMLElement, file: File, bar: HTMLProgressElement): Promise<void> {
    const photo = await shrink(file);
    const answer = photo.size > Number(words.mostBytes)
      ? { sentence: words.wordsLarge, again: false }
      : await post(address(), photo, token(), share => { bar.value = share; });
    send.delete(tile);
    if (!tile.isConnected) return;
    if (!("key" in answer) || answer.key === undefined) showFailure(tile, file, answer.sentence ?? words.wordsFailed ?? "", answer.again);
    else showPhoto(tile, answer.key);
    goOn();
  }

  function showPhoto(tile: HTMLElement, photo: string): void {
    const kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = words.photoField ?? "";
    kept.value = photo;
    const image = document.createElement("img");
    image.src = `${address()}/${photo}.jpg`;
    image.width = image.height = 120;
    const remove = button("btn-outline-danger");
    remove.dataset.remove = photo;
    tile.replaceChildren(kept, image, remove);
    count();
    say(words.wordsDone);
  }

  function showFailure(tile: HTMLElement, file: File, sentence: string, again: boolean): void {
    const text = document.createElement("p");
    text.className = "field-error";
    text.textContent = sentence;
    const remove = button("btn-outline-danger");
    remove.dataset.remove = "";
    tile.dataset.failed = "";
    tile.replaceChildren(text);
    if (again) {
      const retry = button("btn-outline-primary");
      retry.dataset.retry = "";
      retry.addEventListener("click", () => {
        delete tile.dataset.failed;
        queue(tile, file);
      });
      tile.append(retry);
    }
    tile.append(remove);
    count();
    say(sentence);
  }

  function button(style: string): HTMLButtonElement {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn ${style}`;
    return made;
  }

  list.addEventListener("click", event => {
    const pressed = (event.target as Element).closest<HTMLButtonElement>("button[data-remove], button[name]");
    if (pressed === null) return;
    event.preventDefault();
    const photo = pressed.dataset.remove ?? pressed.value;
    pressed.closest("li")?.remove();
    if (photo) void fetch(`${address()}/${photo}/remove`, { method: "POST", headers: { RequestVerificationToken: token() } }).catch(() => undefined);
    count();
    say(words.wordsRemoved);
    input.focus();
  });

  function number(tile: Element): number {
    return [...list!.children].indexOf(tile) + 1;
  }

  function count(): void {
    for (const tile of list!.children) {
      tile.querySelector("img")?.setAttribute("alt", `${words.wordsPhoto} ${number(tile)}`);
      for (const made of tile.querySelectorAll("button"))
        made.textContent = `${made.dataset.retry === undefined ? words.wordsRemove : words.wordsRetry} ${number(tile)}`;
    }
  }

  // The form waits for its photos; it is never sent without one that the person believes to be in it.
  form.addEventListener("submit", event => {
    if (send.size > 0) {
      event.preventDefault();
      waiting = event.submitter;
      say(words.wordsWait);
    } else if (list.querySelector("[data-failed]") && words.warned === undefined) {
      event.preventDefault();
      words.warned = "";
      say(words.wordsUnsent);
      status.scrollIntoView({ block: "center" });
    }
  });

  function goOn(): void {
    if (send.size > 0 || waiting === null) return;
    const submitter = waiting;
    waiting = null;
    form!.requestSubmit(submitter);
  }

  input.addEventListener("change", take);
  // On a slow line a photo may be chosen before this script has come.
  if (input.files?.length) take();

  // A draft that is taken up again brings its photos along.
  field.addEventListener("photos:restore", event => {
    const draft = (event as CustomEvent<{ formKey: string; keys: string[] }>).detail;
    key.value = draft.formKey;
    for (const photo of draft.keys) {
      const tile = document.createElement("li");
      tile.className = "photo";
      list.append(tile);
      showPhoto(tile, photo);
      tile.querySelector("img")?.addEventListener("error", () => tile.remove());
    }
    say("");
  });
}
