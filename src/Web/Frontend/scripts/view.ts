// Where the map is, in the page's own address: it can be kept, passed on and gone back to. The middle of the map is written as
// coarsely as the zoom allows.
import type * as L from "leaflet";

export interface View {
  zoom: number;
  lat: number;
  lng: number;
}

const key = "map-view";

function read(text: string | null): View | null {
  const [zoom = NaN, lat = NaN, lng = NaN] = (text ?? "").split("/").map(Number);
  return zoom >= 1 && zoom <= 19 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { zoom, lat, lng } : null;
}

function write(map: L.Map): string {
  const { lat, lng } = map.getCenter().wrap();
  const decimals = map.getZoom() >= 17 ? 4 : 3;
  return `${Math.round(map.getZoom())}/${lat.toFixed(decimals)}/${lng.toFixed(decimals)}`;
}

/** The view that the address names, or the one from which somebody set a filter. */
export function keptView(): View | null {
  const named = read(new URLSearchParams(location.search).get("at"));
  try {
    const before = read(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    return named ?? before;
  } catch {
    return named;
  }
}

export function keepView(map: L.Map): void {
  const rest = new URLSearchParams(location.search);
  rest.delete("at");
  const others = rest.toString();
  // Written by hand, because the slashes need no escape here.
  history.replaceState(history.state, "", `${location.pathname}?${others === "" ? "" : `${others}&`}at=${write(map)}${location.hash}`);
}

/** A new filter shows the same part of the map, unless it names another place. */
export function rememberOnFilter(map: L.Map): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[method=get][role=search]")) {
    const areas = [...form.querySelectorAll<HTMLSelectElement>("[name=amphoe], [name=tambon], [name=area]")];
    const before = areas.map(area => area.value).join();
    form.addEventListener("submit", () => {
      if (areas.map(area => area.value).join() !== before) return;
      try {
        sessionStorage.setItem(key, write(map));
      } catch {
        // The map begins anew then.
      }
    });
  }
}
