// Where: position by the phone or the map, district before subdistrict, the nearest subdistricts to choose from.
import { askHere, type PoleNear } from "./here";
import type { Picker } from "./picker";
import { PoleChoice } from "./pole-choice";
import { askPosition } from "./position";
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
  let picker: Picker | null = null;
  // The tambon that the server chose; one that a person chose is never touched.
  let preselected = "";
  const poles = new PoleChoice(find("poles"), takePole);
  find("position-tools").hidden = false;

  function set(point: Point, accuracy?: number): void {
    const left = poles.left(point);
    if (left !== null && form.querySelector<HTMLInputElement>("[name='Form.PoleNumber']")?.value === left.name) fill("Form.PoleNumber", "");
    latitude.value = point.latitude.toFixed(6);
    longitude.value = point.longitude.toFixed(6);
    const about = accuracy === undefined ? "" : ` (${(words.wordsAccuracy ?? "").replace("{0}", String(Math.round(accuracy)))})`;
    find("position-status").textContent = `${words.wordsAt} ${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}${about}`;
    const inside = point.latitude >= south && point.latitude <= north && point.longitude >= west && point.longitude <= east;
    find("position-warning").textContent = inside ? "" : words.wordsOutside ?? "";
    find("clear-position").hidden = false;
    offer(inside && poles.code === "" ? tambons.nearest(point, 3) : []);
    void askHere(words.here ?? "", point, poles.number, here => {
      if (current()?.latitude !== Number(point.latitude.toFixed(6)) || current()?.longitude !== Number(point.longitude.toFixed(6))) return;
      find("position-warning").textContent = here.outside ? words.wordsOutside ?? "" : "";
      find("owner-note").textContent = here.note;
      offerRoad(here.road);
      poles.offer(here.poles);
      picker?.offer(poles.offered, poles.code, takePole);
      if (poles.code !== "") return;
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

  /** A pole says exactly where it is; the pin goes to it. */
  function takePole(pole: PoleNear): void {
    poles.choose(pole);
    fill("Form.PoleNumber", pole.name);
    if (pole.road !== "") fill("Form.Road", pole.road);
    if (pole.tambon !== "") {
      preselected = pole.tambon;
      tambons.choose(pole.tambon);
    }
    const point = { latitude: pole.lat, longitude: pole.lng };
    set(point);
    picker?.move(point);
    find("position-status").textContent = (words.wordsPole ?? "{0}").replace("{0}", pole.name);
  }

  function fill(name: string, value: string): void {
    const field = form.querySelector<HTMLInputElement>(`[name='${name}']`);
    if (field === null || field.value === value) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
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
    status.textContent = words.wordsWaiting ?? "";
    askPosition().then(found => {
      const point = { latitude: found.latitude, longitude: found.longitude };
      set(point, found.accuracy);
      picker?.move(point);
    }, () => { status.textContent = words.wordsDenied ?? ""; });
  });

  find("clear-position").addEventListener("click", event => {
    latitude.value = longitude.value = "";
    find("position-status").textContent = find("position-warning").textContent = find("owner-note").textContent = "";
    offerRoad("");
    (event.currentTarget as HTMLElement).hidden = true;
    offer([]);
    poles.offer([]);
    picker?.offer([], "", takePole);
    find("locate").focus();
  });

  find("open-picker").addEventListener("click", event => {
    const place = box.querySelector<HTMLElement>("#picker")!;
    place.hidden = !place.hidden;
    (event.currentTarget as HTMLElement).setAttribute("aria-expanded", String(!place.hidden));
    if (place.hidden || picker !== null) return;
    // The map comes over the wire only when somebody asks for it.
    void import("./picker").then(async ({ showPicker }) => {
      picker = await showPicker(place, current(), point => set(point));
      picker.offer(poles.offered, poles.code, takePole);
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
