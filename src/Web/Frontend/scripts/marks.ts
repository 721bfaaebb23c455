// The signs of reports on the map: each kind of status has its own shape, colour only helps.
import * as L from "leaflet";

export const kinds = ["waiting", "working", "done", "other"] as const;
export type Kind = typeof kinds[number];

/** Colours of the shapes, for the ring around a number. */
const colours: Record<Kind, string> = { waiting: "#b87900", working: "#1b5299", done: "#1a6b3c", other: "#545e70" };

const known: Record<string, Kind> = { waiting: "waiting", "in-progress": "working", working: "working", completed: "done", done: "done" };

/** The kind of a status by its slug. */
export const kindOf = (status: string): Kind => known[status] ?? "other";

const space = "http://www.w3.org/2000/svg";

export function svg(name: string, attributes: Record<string, string | number>, ...inside: Element[]): SVGElement {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}

/** A shape out of the file of shapes. */
export const shape = (file: string, name: string): SVGElement =>
  svg("svg", { "aria-hidden": "true", focusable: "false" }, svg("use", { href: `${file}#${name}` }));

const size = 44;

/** One report, or several at the same place, which carry their number. */
export function markIcon(file: string, kind: string, count = 1, className = ""): L.DivIcon {
  const html = document.createElement("div");
  html.append(shape(file, kind));
  if (count > 1) html.append(Object.assign(document.createElement("b"), { textContent: String(count) }));
  return L.divIcon({ html, className: `map-mark ${className}`.trim(), iconSize: [size, size] });
}

/** A number in a ring whose parts are as long as the kinds are many. */
export function groupIcon(count: number, of: Record<Kind, number>): L.DivIcon {
  const wide = count < 10 ? size : count < 100 ? 52 : count < 1000 ? 60 : 68;
  const round = { cx: 22, cy: 22, fill: "none", pathLength: count, "stroke-width": 6, r: 18 };
  const ring = svg("svg", { viewBox: "0 0 44 44", "aria-hidden": "true", focusable: "false" }, svg("circle", { cx: 22, cy: 22, r: 21.5, fill: "#fff" }));
  let start = 0;
  for (const kind of kinds) {
    if (of[kind] === 0) continue;
    ring.append(svg("circle", { ...round, stroke: colours[kind], "stroke-dasharray": `${of[kind]} ${count}`, "stroke-dashoffset": -start }));
    start += of[kind];
  }
  const html = document.createElement("div");
  html.append(ring, Object.assign(document.createElement("b"), { textContent: String(count) }));
  return L.divIcon({ html, className: "map-group", iconSize: [wide, wide] });
}
