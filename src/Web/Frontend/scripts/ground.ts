// What we know of the ground ourselves: names and borders of amphoe and tambon, roads, poles. Names and roads lie below the
// tiles, so that a map is useful without them; borders and poles above, because no tile shows ours.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import * as L from "leaflet";
import { boxOf } from "./box";
import { Asking, getJson } from "./get";

export interface Area {
  kind: string;
  name: string;
  at: L.LatLng;
}

interface Attributed extends FeatureCollection {
  attribution?: string;
}

const tambonZoom = 12, roadZoom = 11, roadNameZoom = 14, poleZoom = 16, poleNameZoom = 18;

const areasOf = new Map<string, Promise<Attributed>>();

/** Everything with a name that stays, once for a page however many maps it has. */
function readAreas(place: HTMLElement): Promise<Attributed> {
  const address = `${place.dataset.ground}/areas.json?v=${place.dataset.groundAreas ?? ""}`;
  const known = areasOf.get(address) ?? getJson<Attributed>(address);
  areasOf.set(address, known);
  // A map that is opened later may try again.
  known.catch(() => areasOf.delete(address));
  return known;
}

/** The names around which places can be told; empty when they cannot be had. */
export async function areas(place: HTMLElement): Promise<Area[]> {
  try {
    return (await readAreas(place)).features.flatMap(feature => areaOf(feature) ?? []);
  } catch {
    return [];
  }
}

function areaOf(feature: Feature): Area | null {
  if (feature.geometry?.type !== "Point") return null;
  const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
  return { kind: text(feature, "kind"), name: text(feature, document.documentElement.lang === "en" ? "name_en" : "name_th"), at: L.latLng(latitude, longitude) };
}

/** Words as they are written: whoever typed them need not know HTML, and cannot use it. */
function asHtml(words: string): string {
  return Object.assign(document.createElement("span"), { textContent: words }).innerHTML;
}

const text = (feature: Feature, name: string) => String(feature.properties?.[name] ?? "");

/** Lays our ground on a map; whatever cannot be had is left out. */
export function layGround(map: L.Map, place: HTMLElement): void {
  const ground = place.dataset.ground;
  if (!ground) return;
  const below = pane(map, "ground", 150), names = pane(map, "ground-names", 160), above = pane(map, "own", 350);
  const renderer = L.canvas({ pane: above, padding: 0.3 });
  void readAreas(place).then(found => {
    if (found.attribution) map.attributionControl.addAttribution(asHtml(found.attribution));
    const known = found.features.flatMap(feature => areaOf(feature) ?? []);
    const labels = L.layerGroup().addTo(map);
    // A page that shows borders of its own wants no others among them.
    if (place.dataset.shapes === undefined) drawBorders(map, found, renderer);
    showNames(() => known.filter(area => area.kind === (map.getZoom() < tambonZoom ? "amphoe" : "tambon") && map.getBounds().pad(0.1).contains(area.at)));

    function showNames(wanted: () => Area[]): void {
      const show = () => {
        labels.clearLayers();
        for (const area of wanted()) label(area.name, area.at, `ground-${area.kind}`, names).addTo(labels);
      };
      map.on("moveend", show);
      show();
    }
  }, () => { place.dataset.groundMissing = "yes"; });
  layRoads(map, place, ground, below, names);
  layPoles(map, place, ground, renderer);
}

function drawBorders(map: L.Map, found: Attributed, renderer: L.Canvas): void {
  const lines = found.features.filter(feature => feature.geometry !== null && feature.geometry.type !== "Point");
  if (lines.length === 0) return;
  L.geoJSON(lines as Feature<Geometry>[], {
    pane: "own",
    interactive: false,
    style: { color: "#5b2a8c", weight: 1, opacity: 0.35, fill: false, renderer } as L.PathOptions,
  }).addTo(map);
}

function layRoads(map: L.Map, place: HTMLElement, ground: string, below: string, names: string): void {
  const renderer = L.canvas({ pane: below, padding: 0.3 });
  const labels = L.layerGroup().addTo(map);
  const drawn = L.geoJSON(undefined, { pane: below, interactive: false, style: () => ({ renderer, color: "#8f9db5", weight: Math.max(1.5, (map.getZoom() - 9) * 0.9) }) as L.PathOptions }).addTo(map);
  let roads: FeatureCollection | null = null;
  const name = () => {
    labels.clearLayers();
    if (map.getZoom() < roadNameZoom) return;
    const named = new Set<string>();
    for (const feature of roads?.features ?? []) {
      const words = text(feature, "name"), at = words === "" || named.has(words) ? null : middle(feature.geometry, map);
      if (at === null) continue;
      named.add(words);
      label(words, at, "ground-road", names).addTo(labels);
    }
  };
  follow<FeatureCollection>(map, roadZoom, () => `${ground}/roads.json?bbox=${boxOf(map, 1)}&v=${place.dataset.groundRoads ?? ""}`, found => {
    roads = found;
    drawn.clearLayers();
    if (found !== null) drawn.addData(found);
    name();
  });
  map.on("moveend", name);
}

function layPoles(map: L.Map, place: HTMLElement, ground: string, renderer: L.Canvas): void {
  const drawn = L.layerGroup().addTo(map);
  // Where a pole is to be chosen, a tap sets the pin and nothing else.
  const interactive = place.dataset.reportsMap !== undefined;
  if (interactive) map.getPane("own")!.style.pointerEvents = "";
  follow<FeatureCollection>(map, poleZoom, () => `${ground}/poles.json?bbox=${boxOf(map, 1)}&zoom=${map.getZoom()}`, found => {
    drawn.clearLayers();
    for (const feature of found?.features ?? []) {
      const at = areaOf(feature)?.at;
      if (at === undefined) continue;
      const name = text(feature, "label");
      const dot = L.circleMarker(at, { renderer, pane: "own", interactive, radius: 5, color: "#14264a", weight: 1.5, fillColor: "#ffb938", fillOpacity: 1 }).addTo(drawn);
      if (interactive) dot.bindPopup(() => poleLink(text(feature, "url"), (place.dataset.wordsPole ?? "{0}").replace("{0}", name)));
      if (map.getZoom() >= poleNameZoom && name !== "") label(name, at, "ground-pole", "ground-names").addTo(drawn);
    }
    place.dataset.poles = String(found?.features.length ?? 0);
  });
}

function poleLink(address: string, words: string): HTMLElement {
  const link = document.createElement("a");
  link.className = "target";
  link.href = address;
  link.textContent = words;
  return link;
}

/** Asks for what lies in the rectangle whenever it changes; null below the zoom from which on there is something. */
function follow<T>(map: L.Map, from: number, address: () => string, tell: (found: T | null) => void): void {
  const asking = new Asking();
  let shown = "";
  const look = async () => {
    const wanted = map.getZoom() < from ? "" : address();
    if (wanted === shown) return;
    shown = wanted;
    if (wanted === "") {
      asking.stop();
      tell(null);
      return;
    }
    try {
      const found = await asking.get<T>(wanted);
      if (found !== null) tell(found);
    } catch {
      // The next move may have better luck.
      shown = "";
    }
  };
  map.on("moveend", () => void look());
  void look();
}

function pane(map: L.Map, name: string, order: number): string {
  const element = map.getPane(name) ?? map.createPane(name);
  element.style.zIndex = String(order);
  element.style.pointerEvents = "none";
  return name;
}

function label(name: string, at: L.LatLng, className: string, pane: string): L.Marker {
  const html = Object.assign(document.createElement("span"), { textContent: name });
  return L.marker(at, { pane, interactive: false, keyboard: false, icon: L.divIcon({ html, className: `ground-name ${className}`, iconSize: [0, 0] }) });
}

/** The middle of the longest stretch that is seen. */
function middle(geometry: Geometry | null, map: L.Map): L.LatLng | null {
  const lines = geometry?.type === "LineString" ? [geometry.coordinates] : geometry?.type === "MultiLineString" ? geometry.coordinates : [];
  const screen = L.bounds([0, 0], map.getSize());
  let longest = 0, found: L.Point | null = null;
  for (const line of lines) {
    const points = line.map(([longitude = 0, latitude = 0]) => map.latLngToContainerPoint([latitude, longitude]));
    for (let at = 1; at < points.length; at++) {
      const stretch = L.LineUtil.clipSegment(points[at - 1]!, points[at]!, screen);
      if (!stretch || stretch[0].distanceTo(stretch[1]) <= longest) continue;
      longest = stretch[0].distanceTo(stretch[1]);
      found = stretch[0].add(stretch[1]).divideBy(2);
    }
  }
  return found === null ? null : map.containerPointToLatLng(found);
}
