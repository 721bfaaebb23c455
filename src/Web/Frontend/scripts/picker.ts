// The map to choose a position on: tap, drag the pin, search, or move the map by keys and put the pin in its middle.
import * as L from "leaflet";
import { setUpFindPlace } from "./find-place";
import { pin, showMap } from "./map";
import { markIcon } from "./marks";
import type { PoleNear } from "./here";
import type { Point } from "./place";

// Poles stand some forty metres apart: at this zoom a thumb hits one of them.
const near = 18;

export interface Picker {
  /** Moves the pin there. */
  move(point: Point): void;
  /** Shows the poles as buttons; <c>code</c> is the one that was chosen. */
  offer(poles: PoleNear[], code: string, choose: (pole: PoleNear) => void): void;
}

/** Shows the map of the picker in the box. */
export async function showPicker(box: HTMLElement, start: Point | null, chosen: (point: Point) => void): Promise<Picker> {
  const place = box.querySelector<HTMLElement>("[data-picker]")!;
  await style(place.dataset.css ?? "");
  const map = showMap(place);
  const poles = L.layerGroup().addTo(map);
  let marker: L.Marker | null = null;

  function put(at: L.LatLng): void {
    if (marker === null) {
      marker = L.marker(at, { icon: pin, draggable: true, keyboard: false, alt: "", zIndexOffset: 100 }).addTo(map);
      marker.on("dragend", () => tell(marker!.getLatLng()));
    }
    marker.setLatLng(at);
  }

  function tell(at: L.LatLng): void {
    const { lat, lng } = at.wrap();
    chosen({ latitude: lat, longitude: lng });
  }

  function take(at: L.LatLng): void {
    put(at);
    tell(at);
  }

  map.on("click", event => take(event.latlng));
  box.querySelector("[data-pin-centre]")?.addEventListener("click", () => take(map.getCenter()));
  setUpFindPlace(box.querySelector<HTMLElement>("[data-find-place]"), found => {
    const at = L.latLng(found.lat, found.lng);
    map.setView(at, Math.max(found.zoom, map.getZoom()), { animate: false });
    // Only a pole is an exact place; everything else is a neighbourhood to look for it in.
    if (found.kind === "pole") take(at);
  });
  const picker: Picker = {
    move(point) {
      const at = L.latLng(point.latitude, point.longitude);
      put(at);
      map.setView(at, Math.max(map.getZoom(), near));
    },
    offer(offered, code, choose) {
      poles.clearLayers();
      for (const pole of offered) {
        const title = (place.dataset.wordsPole ?? "{0}").replace("{0}", pole.name);
        L.marker([pole.lat, pole.lng], { icon: markIcon(place.dataset.marks ?? "", pole.code === code ? "pole-chosen" : "pole", 1, "map-pole"), keyboard: false, title })
          .on("click", () => choose(pole)).addTo(poles);
      }
    },
  };
  if (start !== null) picker.move(start);
  return picker;
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
