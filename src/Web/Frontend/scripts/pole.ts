// The form of a pole: its position may be chosen on the map.
import type { Point } from "./place";

export function setUpPolePicker(): void {
  const box = document.querySelector<HTMLElement>("[data-pole-picker]");
  const latitude = document.querySelector<HTMLInputElement>("[data-pole-latitude]");
  const longitude = document.querySelector<HTMLInputElement>("[data-pole-longitude]");
  if (box === null || latitude === null || longitude === null) return;
  const [north, east] = [latitude, longitude];
  const picker = box.querySelector<HTMLElement>("#picker")!;
  let isShown = false;
  box.hidden = false;

  box.querySelector("[data-open-picker]")!.addEventListener("click", event => {
    picker.hidden = !picker.hidden;
    (event.currentTarget as HTMLElement).setAttribute("aria-expanded", String(!picker.hidden));
    if (picker.hidden || isShown) return;
    isShown = true;
    // The map comes over the wire only when somebody asks for it.
    void import("./picker").then(({ showPicker }) => showPicker(picker, typed(), take));
  });

  function typed(): Point | null {
    const point = { latitude: Number(north.value), longitude: Number(east.value) };
    return north.value.trim() !== "" && east.value.trim() !== "" && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
  }

  function take(point: Point): void {
    north.value = point.latitude.toFixed(7);
    east.value = point.longitude.toFixed(7);
  }
}
