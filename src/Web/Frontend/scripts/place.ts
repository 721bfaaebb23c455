// Where: position by the phone or the map, district before subdistrict, the nearest subdistricts to choose from.
import { askHere } from "./here";
import { dependOnAmphoe } from "./tambons";

export interface Place {
  /** After the fields were filled by something else. */
  refresh(): void;
}

export interface Point {
  latitude: number;
  longitude: number;
}

export function setUpPlace(form: HTMLFormElement): Place | null {
  const box = form.querySelector<HTMLElement>("[data-position]");
  const select = form.querySelector<HTMLSelectElement>("[data-tambon]");
  if (box === null || select === null) return null;
  const find = <T extends HTMLElement>(name: string) => box.querySelector<T>(`[data-${name}]`)!;
  const tambons = dependOnAmphoe(form, select);
  const latitude = box.querySelector<HTMLInputElement>("#latitude")!;
  const longitude = box.querySelector<HTMLInputElement>("#longitude")!;
  const words = box.dataset;
  const [west = 0, south = 0, east = 0, north = 0] = (words.area ?? "").split(" ").map(Number);
  let move: ((point: Point) => void) | null = null;
  // The tambon that the server chose; one that a person chose is never touched.
  let preselected = "";
  find("position-tools").hidden = false;

  function set(point: Point, accuracy?: number): void {
    latitude.value = point.latitude.toFixed(6);
    longitude.value = point.longitude.toFixed(6);
    const about = accuracy === undefined ? "" : ` (${(words.wordsAccuracy ?? "").replace("{0}", String(Math.round(accuracy)))})`;
    find("position-status").textContent = `${words.wordsAt} ${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}${about}`;
    const inside = point.latitude >= south && point.latitude <= north && point.longitude >= west && point.longitude <= east;
    find("position-warning").textContent = inside ? "" : words.wordsOutside ?? "";
    find("clear-position").hidden = false;
    offer(inside ? tambons.nearest(point, 3) : []);
    void askHere(words.here ?? "", point, here => {
      if (current()?.latitude !== Number(point.latitude.toFixed(6)) || current()?.longitude !== Number(point.longitude.toFixed(6))) return;
      find("position-warning").textContent = here.outside ? words.wordsOutside ?? "" : "";
      find("owner-note").textContent = here.note;
      offerRoad(here.road);
      if (here.tambon === null) {
        offer(here.nearest);
      } else if (select!.value === "" || select!.value === preselected) {
        preselected = here.tambon;
        tambons.choose(here.tambon);
        offer([]);
      }
    });
    latitude.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function offerRoad(name: string): void {
    const place = form.querySelector<HTMLElement>("[data-road-offer]");
    const road = form.querySelector<HTMLInputElement>("[name='Form.Road']");
    const button = place?.querySelector("button");
    if (!place || !road || !button) return;
    place.hidden = name === "" || road.value.trim() !== "";
    button.textContent = (button.dataset.words ?? "{0}").replace("{0}", name);
    button.onclick = () => {
      road.value = name;
      road.dispatchEvent(new Event("change", { bubbles: true }));
      place.hidden = true;
      road.focus();
    };
  }

  function offer(codes: string[]): void {
    find("nearest").hidden = codes.length === 0;
    const choices = find("nearest-choices");
    // The same three again stay as they are: one of them may have the focus.
    if (choices.dataset.codes === codes.join(" ")) return;
    choices.dataset.codes = codes.join(" ");
    choices.replaceChildren(...codes.map(code => {
      const choice = document.createElement("button");
      choice.type = "button";
      choice.className = "btn btn-outline-primary";
      choice.textContent = tambons.name(code, words.wordsTambon ?? "{0} {1}");
      choice.addEventListener("click", () => {
        tambons.choose(code);
        for (const other of find("nearest-choices").children) other.setAttribute("aria-pressed", String(other === choice));
      });
      choice.setAttribute("aria-pressed", String(select!.value === code));
      return choice;
    }));
  }

  find("locate").addEventListener("click", () => {
    const status = find("position-status");
    const denied = () => { status.textContent = words.wordsDenied ?? ""; };
    if (navigator.geolocation === undefined) {
      denied();
      return;
    }
    status.textContent = words.wordsWaiting ?? "";
    navigator.geolocation.getCurrentPosition(found => {
      const point = { latitude: found.coords.latitude, longitude: found.coords.longitude };
      set(point, found.coords.accuracy);
      move?.(point);
    }, denied, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 });
  });

  find("clear-position").addEventListener("click", event => {
    latitude.value = longitude.value = "";
    find("position-status").textContent = find("position-warning").textContent = find("owner-note").textContent = "";
    offerRoad("");
    (event.currentTarget as HTMLElement).hidden = true;
    offer([]);
    find("locate").focus();
  });

  find("open-picker").addEventListener("click", event => {
    const picker = box.querySelector<HTMLElement>("#picker")!;
    picker.hidden = !picker.hidden;
    (event.currentTarget as HTMLElement).setAttribute("aria-expanded", String(!picker.hidden));
    if (picker.hidden || move !== null) return;
    // The map comes over the wire only when somebody asks for it.
    void import("./picker").then(async ({ showPicker }) => {
      move = await showPicker(find("picker"), find("pin-centre"), current(), point => set(point));
    });
  });

  function current(): Point | null {
    const point = { latitude: Number(latitude.value), longitude: Number(longitude.value) };
    return latitude.value !== "" && Number.isFinite(point.latitude) && Number.isFinite(point.longitude) ? point : null;
  }

  function refresh(): void {
    tambons.refresh();
    const point = current();
    if (point !== null) set(point);
  }

  refresh();
  return { refresh };
}
