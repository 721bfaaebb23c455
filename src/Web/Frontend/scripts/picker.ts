// The map to choose a position on: tap, drag the pin, or move the map by keys and put the pin in its middle.
import * as L from "leaflet";
import { pin, showMap } from "./map";
import type { Point } from "./place";

const near = 17;

/** Shows the map; what it returns moves the pin there. */
export async function showPicker(place: HTMLElement, centre: HTMLElement, start: Point | null, chosen: (point: Point) => void): Promise<(point: Point) => void> {
  await style(place.dataset.css ?? "");
  const map = showMap(place);
  let marker: L.Marker | null = null;

  function put(at: L.LatLng): void {
    if (marker === null) {
      marker = L.marker(at, { icon: pin, draggable: true, keyboard: false, alt: "" }).addTo(map);
      marker.on("dragend", () => tell(marker!.getLatLng()));
    }
    marker.setLatLng(at);
  }

  function tell(at: L.LatLng): void {
    const { lat, lng } = at.wrap();
    chosen({ latitude: lat, longitude: lng });
  }

  map.on("click", event => {
    put(event.latlng);
    tell(event.latlng);
  });
  centre.addEventListener("click", () => {
    put(map.getCenter());
    tell(map.getCenter());
  });
  const move = (point: Point) => {
    const at = L.latLng(point.latitude, point.longitude);
    put(at);
    map.setView(at, Math.max(map.getZoom(), near));
  };
  if (start !== null) move(start);
  return move;
}

function style(address: string): Promise<void> {
  return new Promise(done => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    // Without it the map is ugly, not absent.
    link.addEventListener("load", () => done());
    link.addEventListener("error", () => done());
    document.head.append(link);
  });
}
