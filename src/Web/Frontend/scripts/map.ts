// A map in every element with data-map; the page beside it says the same in words.
import * as L from "leaflet";

/** Shows a map in the element, as its data attributes say. Returns the same map when asked again. */
export function showMap(place: HTMLElement): L.Map {
  const before = shown.get(place);
  if (before !== undefined) return before;
  const data = place.dataset;
  const centre: L.LatLngTuple = [Number(data.latitude), Number(data.longitude)];
  const map = L.map(place, { scrollWheelZoom: false }).setView(centre, Number(data.zoom ?? 10));
  map.attributionControl.setPrefix(false);
  // Public tile servers ask who is calling; they learn our host, never the page.
  if (data.tiles) L.tileLayer(data.tiles, { attribution: data.attribution ?? "", maxZoom: 19, referrerPolicy: "strict-origin" }).addTo(map);
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
