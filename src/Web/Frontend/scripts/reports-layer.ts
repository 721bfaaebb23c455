// The marks of the reports on the map.
import * as L from "leaflet";
import { groupIcon, kindOf, markIcon, shape } from "./marks";
import { byPlace, type Found, type Group, type Report } from "./reports";

const mostInPopup = 8;
// Pixels from the left and the top that the buttons for the zoom take.
const besideButtons: L.PointTuple = [56, 8];

export class ReportsLayer {
  readonly #marks = new Map<string, L.Marker>();
  readonly #layer: L.LayerGroup;
  readonly #extra: L.LayerGroup;
  readonly #here: L.LayerGroup;

  constructor(readonly map: L.Map, readonly file: string, readonly words: DOMStringMap, readonly open: (group: Group) => void) {
    this.#layer = L.layerGroup().addTo(map);
    this.#extra = L.layerGroup().addTo(map);
    this.#here = L.layerGroup().addTo(map);
  }

  /** What stays keeps its mark, and with it the window that somebody may have opened. */
  show(found: Found): void {
    const wanted = new Map<string, () => L.Marker>();
    for (const group of found.groups) wanted.set(JSON.stringify(group), () => this.#group(group));
    for (const reports of byPlace(found.reports).values()) wanted.set(JSON.stringify(reports), () => this.#place(reports));
    for (const [key, mark] of this.#marks) {
      if (wanted.has(key)) continue;
      mark.remove();
      this.#marks.delete(key);
    }
    for (const [key, make] of wanted) if (!this.#marks.has(key)) this.#marks.set(key, make().addTo(this.#layer));
  }

  #group(group: Group): L.Marker {
    return L.marker([group.lat, group.lng], { icon: groupIcon(group.count, group), keyboard: false, title: this.#count(group.count) })
      .on("click", () => this.open(group));
  }

  #place(reports: Report[]): L.Marker {
    const first = reports[0]!;
    const kinds = new Set(reports.map(report => kindOf(report.status)));
    const kind = [...kinds].sort((one, other) => order.indexOf(one) - order.indexOf(other))[0]!;
    const title = reports.length === 1 ? `${first.reference} ${first.fault}` : this.#count(reports.length);
    return L.marker([first.lat, first.lng], { icon: markIcon(this.file, kind, reports.length, reports.some(report => report.note) ? "map-late" : ""), keyboard: false, title })
      .bindPopup(() => this.#popup(reports), { maxWidth: 240, minWidth: 200, autoPanPaddingTopLeft: besideButtons });
  }

  #popup(reports: Report[]): HTMLElement {
    const list = document.createElement("ul");
    list.className = "map-popup";
    for (const report of reports.slice(0, mostInPopup)) {
      const item = document.createElement("li");
      item.append(reportLink(report, this.file));
      list.append(item);
    }
    if (reports.length > mostInPopup) list.append(Object.assign(document.createElement("li"), { textContent: `… ${this.#count(reports.length)}` }));
    return list;
  }

  #count(count: number): string {
    return (this.words.wordsGroup ?? "{0}").replace("{0}", String(count));
  }

  /** Points to where a line of the list lies; null points nowhere. */
  point(at: L.LatLngExpression | null): void {
    this.#extra.clearLayers();
    if (at === null) return;
    L.marker(at, { icon: L.divIcon({ className: "map-pointed", iconSize: [60, 60] }), interactive: false, keyboard: false, zIndexOffset: -100 }).addTo(this.#extra);
  }

  /** What somebody searched for. */
  mark(at: L.LatLng, name: string): void {
    this.#here.clearLayers();
    L.marker(at, { icon: L.divIcon({ className: "map-sought", iconSize: [24, 24] }), interactive: false, keyboard: false }).bindTooltip(name, { permanent: true, direction: "top", offset: [0, -10] }).addTo(this.#here);
  }

  /** Where somebody is. */
  stand(at: L.LatLng, accuracy: number): void {
    this.#here.clearLayers();
    L.circle(at, { radius: Math.min(accuracy, 2000), color: "#1b5299", weight: 1, fillOpacity: 0.12, interactive: false }).addTo(this.#here);
    L.marker(at, { icon: L.divIcon({ className: "map-here", iconSize: [22, 22] }), interactive: false, keyboard: false }).addTo(this.#here);
  }
}

/** What is still to be done is seen first. */
const order = ["waiting", "working", "done", "other"];

/** A report in a few words, alike on the map and in the list. */
export function reportLink(report: Report, file: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = report.url;
  const head = document.createElement("span");
  head.className = "map-list-head";
  const status = document.createElement("span");
  status.className = "map-status";
  status.append(shape(file, kindOf(report.status)), report.statusName ?? nameOf(kindOf(report.status)));
  head.append(Object.assign(document.createElement("strong"), { textContent: report.reference }), " ", status);
  link.append(head, part("span", report.fault));
  if (report.note) link.append(part("em", report.note));
  if (report.place !== "") link.append(part("bdi", report.place));
  if (report.approximate) link.append(part("small", wordsOfPage("wordsApproximate")));
  return link;
}

/** The words of a kind, as the signs below the map explain them. */
export const nameOf = (kind: string) => document.querySelector(`.map-legend [data-shape="${kind}"]`)?.textContent?.trim() ?? "";

const wordsOfPage = (name: string) => document.querySelector<HTMLElement>("[data-reports-page]")?.dataset[name] ?? "";

function part(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
