// One select with groups becomes two that depend on each other: 209 names are too many to scroll through on a phone.
import type { Point } from "./place";

interface Tambon {
  code: string;
  name: string;
  amphoe: string;
  at: Point;
}

export function dependOnAmphoe(form: HTMLFormElement, select: HTMLSelectElement) {
  const field = form.querySelector<HTMLElement>("[data-amphoe-field]");
  const amphoes = form.querySelector<HTMLSelectElement>("[data-amphoe]");
  // What a page without scripts offers on top is offered by buttons here.
  select.querySelector("[data-near]")?.remove();
  const groups = [...select.querySelectorAll("optgroup")];
  const all: Tambon[] = groups.flatMap(group => [...group.querySelectorAll("option")].map(option => {
    const [latitude = 0, longitude = 0] = (option.dataset.at ?? "").split(" ").map(Number);
    return { code: option.value, name: option.text, amphoe: group.label, at: { latitude, longitude } };
  }));
  const codes = groups.map(group => group.querySelector("option")?.value.slice(0, 4) ?? "");
  if (field !== null && amphoes !== null) {
    field.hidden = false;
    groups.forEach((group, index) => amphoes.append(new Option(group.label, codes[index])));
    amphoes.addEventListener("change", () => {
      show(amphoes.value);
      select.value = "";
    });
  }

  /** Only the chosen district's names; all of them while none is chosen. */
  function show(amphoe: string): void {
    const kept = select.value;
    groups.forEach((group, index) => {
      if (amphoe === "" || codes[index] === amphoe) select.append(group);
      else group.remove();
    });
    if (kept !== "" && [...select.options].some(option => option.value === kept)) select.value = kept;
  }

  function choose(code: string): void {
    show("");
    select.value = code;
    if (amphoes !== null) amphoes.value = code.slice(0, 4);
    show(code.slice(0, 4));
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  return {
    choose,
    name: (code: string, pattern: string) => {
      const tambon = all.find(one => one.code === code);
      return pattern.replace("{0}", tambon?.name ?? "").replace("{1}", tambon?.amphoe ?? "");
    },
    /** At this latitude a degree east is 0.97 of a degree north: near enough to sort by. */
    nearest: (point: Point, count: number) => all
      .map(tambon => ({ code: tambon.code, far: Math.hypot(tambon.at.latitude - point.latitude, 0.97 * (tambon.at.longitude - point.longitude)) }))
      .sort((one, other) => one.far - other.far).slice(0, count).map(one => one.code),
    refresh: () => {
      if (amphoes === null) return;
      if (select.value !== "") amphoes.value = select.value.slice(0, 4);
      show(amphoes.value);
    },
  };
}
