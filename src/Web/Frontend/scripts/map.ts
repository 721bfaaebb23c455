// A map in every element with data-map; the page beside it says the same in words.
import * as L from "leaflet";
import { layGround } from "./ground";
import { layTiles } from "./tiles";

/** Shows a map in the element, as its data attributes say. Returns the same map when asked again. */
export function showMap(place: HTMLElement, zoom?: number): L.Map {
  const before = shown.get(place);
  if (before !== undefined) return before;
  const data = place.dataset;
  const centre: L.LatLngTuple = [Number(data.latitude), Number(data.longitude)];
  const map = L.map(place, { scrollWheelZoom: false, zoomControl: false, maxZoom: 19, minZoom: 5 }).setView(centre, zoom ?? Number(data.zoom ?? 10));
  L.control.zoom({ zoomInTitle: data.wordsIn ?? "Zoom in", zoomOutTitle: data.wordsOut ?? "Zoom out" }).addTo(map);
  map.attributionControl.setPrefix(false);
  // The page scrolls under the wheel until somebody turns to the map.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  map.on("popupopen", event => event.popup.getElement()?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", data.wordsClose ?? "Close"));
  layTiles(map, place);
  layGround(map, place);
  if (data.marker !== undefined) L.marker(centre, { icon: pin, alt: data.marker, keyboard: false }).addTo(map);
  for (const one of (data.places ?? "").split("|").filter((text) => text !== "")) {
    const [latitude, longitude, name] = one.split(",");
    L.marker([Number(latitude), Number(longitude)], { icon: pin, alt: name, title: name, keyboard: false }).addTo(map);
  }
  shown.set(place, map);
  return map;
}

/** The pin, drawn by us and served by us. */
export const pin = L.icon({
  iconUrl: "/images/pin.svg",
  iconSize: [32, 44],
  iconAnchor: [16, 42],
});

const shown = new WeakMap<HTMLElement, L.Map>();

for (const place of document.querySelectorAll<HTMLElement>("[data-map]:not([hidden])")) showMap(place);
