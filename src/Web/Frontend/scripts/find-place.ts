// Finds a place by its name: a combobox with a list (WAI-ARIA), asked a moment after the last letter.
import { Asking } from "./get";

export interface FoundPlace {
  kind: string;
  name: string;
  detail: string;
  lat: number;
  lng: number;
  zoom: number;
}

const pause = 250, least = 2;

export function setUpFindPlace(box: HTMLElement | null, chosen: (place: FoundPlace) => void): void {
  const input = box?.querySelector<HTMLInputElement>("[role=combobox]");
  const list = box?.querySelector<HTMLElement>("[role=listbox]");
  const told = box?.querySelector<HTMLElement>("[role=status]");
  if (!box || !input || !list || !told) return;
  const words = box.dataset;
  const asking = new Asking();
  let places: FoundPlace[] = [];
  let at = -1;
  let timer = 0;
  box.hidden = false;

  const isOpen = () => !list.hidden;
  const options = () => [...list.children] as HTMLElement[];

  function tell(text: string, unseen = false): void {
    told!.classList.toggle("visually-hidden", unseen);
    told!.textContent = text;
  }

  function close(): void {
    window.clearTimeout(timer);
    asking.stop();
    list!.hidden = true;
    input!.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function point(index: number): void {
    at = index;
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === index)));
    const option = options()[index];
    if (option === undefined) {
      input!.removeAttribute("aria-activedescendant");
      return;
    }
    input!.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function choose(index: number): void {
    const place = places[index];
    if (place === undefined) return;
    input!.value = place.name;
    tell("");
    close();
    chosen(place);
  }

  function show(found: FoundPlace[]): void {
    places = found;
    list!.replaceChildren(...found.map((place, index) => {
      const option = document.createElement("li");
      option.id = `${list!.id}-${index}`;
      option.setAttribute("role", "option");
      const kind = words[`words${place.kind.charAt(0).toUpperCase()}${place.kind.slice(1)}`] ?? "";
      option.append(part("strong", place.name), part("small", [kind, place.detail].filter(text => text !== "").join(" · ")));
      option.addEventListener("click", () => choose(index));
      return option;
    }));
    list!.hidden = found.length === 0;
    input!.setAttribute("aria-expanded", String(found.length > 0));
    // Who sees the list needs no word of it.
    tell(found.length === 0 ? words.wordsNone ?? "" : (words.wordsFound ?? "").replace("{0}", String(found.length)), found.length > 0);
    point(-1);
  }

  async function look(andChoose = false): Promise<void> {
    window.clearTimeout(timer);
    const typed = input!.value.trim();
    if (typed.length < least) {
      close();
      tell("");
      return;
    }
    try {
      const found = await asking.get<{ places: FoundPlace[] }>(`${words.search}?q=${encodeURIComponent(typed)}${document.documentElement.lang === "en" ? "&lang=en" : ""}`);
      if (found === null) return;
      show(found.places);
      if (andChoose) choose(0);
    } catch {
      close();
      tell(words.wordsFailed ?? "");
    }
  }

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(), pause);
  });
  // What was found stays below its letters; whoever presses it with a finger does not lose the field.
  list.addEventListener("pointerdown", event => event.preventDefault());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    const last = places.length - 1;
    switch (event.key) {
      case "ArrowDown":
        if (isOpen()) point(at >= last ? 0 : at + 1);
        else void look();
        break;
      case "ArrowUp":
        if (isOpen()) point(at <= 0 ? last : at - 1);
        break;
      case "Enter":
        // The form around it is not sent by this field.
        if (isOpen()) choose(Math.max(at, 0));
        else void look(true);
        break;
      case "Escape":
        if (isOpen()) close();
        else {
          input.value = "";
          tell("");
        }
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}

function part(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
