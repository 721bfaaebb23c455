// Borders or roads on a map, as a page of the settings has them: every element with data-shapes. The page says the same in words.
import * as L from "leaflet";
import { showMap } from "./map";

const style: L.PathOptions = { color: "#1d4f91", weight: 2, fillOpacity: 0.08 };

async function draw(place: HTMLElement): Promise<void> {
  const map = showMap(place);
  const name = place.dataset.shapesName ?? "name";
  try {
    const answer = await fetch(place.dataset.shapes ?? "");
    if (!answer.ok) throw new Error(String(answer.status));
    const shapes = L.geoJSON(await answer.json(), {
      style,
      onEachFeature: (feature, layer) => layer.bindTooltip(String(feature.properties?.[name] ?? ""), { sticky: true }),
    }).addTo(map);
    map.fitBounds(shapes.getBounds(), { animate: false });
    place.dataset.shown = "yes";
  } catch {
    place.textContent = place.dataset.shapesFailed ?? "";
  }
}

for (const place of document.querySelectorAll<HTMLElement>("[data-shapes]")) void draw(place);
