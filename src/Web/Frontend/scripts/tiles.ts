// The background from a tile server. Nothing depends on it: where it fails, our own ground below it shows.
import * as L from "leaflet";

const enough = 3;

export function layTiles(map: L.Map, place: HTMLElement): void {
  const { tiles, attribution, wordsNoTiles } = place.dataset;
  if (!tiles) {
    place.dataset.tilesMissing = "yes";
    return;
  }
  // The attribution is HTML that the server made: text in which nothing but links is alive.
  // Public tile servers ask who is calling; they learn our host, never the page.
  const layer = L.tileLayer(tiles, { attribution: attribution ?? "", maxZoom: 19, referrerPolicy: "strict-origin" });
  const notice = new (L.Control.extend({
    onAdd: () => Object.assign(L.DomUtil.create("p", "map-notice"), { textContent: wordsNoTiles ?? "" }),
  }))({ position: "topright" });
  let failed = 0;
  layer.on("tileerror", () => {
    if (++failed < enough || place.dataset.tilesMissing === "yes") return;
    place.dataset.tilesMissing = "yes";
    notice.addTo(map);
  });
  layer.on("tileload", () => {
    failed = 0;
    if (place.dataset.tilesMissing !== "yes") return;
    delete place.dataset.tilesMissing;
    notice.remove();
  });
  layer.addTo(map);
}
