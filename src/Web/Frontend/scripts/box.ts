// The rectangle that a map shows, as our endpoints want it.
import type * as L from "leaflet";

/**
 * West, south, east, north, widened to whole parts of a tile: the same for the next small move, so that browsers keep the
 * answer, and nobody learns exactly where somebody looks.
 */
export function boxOf(map: L.Map, parts = 2): string {
  const step = 360 / 2 ** Math.round(map.getZoom()) / parts;
  const bounds = map.getBounds();
  const down = (degrees: number) => Math.floor(degrees / step) * step;
  const up = (degrees: number) => Math.ceil(degrees / step) * step;
  return [
    Math.max(-180, down(bounds.getWest())), Math.max(-90, down(bounds.getSouth())),
    Math.min(180, up(bounds.getEast())), Math.min(90, up(bounds.getNorth())),
  ].map(degrees => degrees.toFixed(5)).join(",");
}
