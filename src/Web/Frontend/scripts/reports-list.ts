// The list beside the map: the same reports in words, reached by keyboard.
import type * as L from "leaflet";
import type { Area } from "./ground";
import { kinds, shape } from "./marks";
import { nameOf, reportLink } from "./reports-layer";
import type { Found, Group } from "./reports";

export class ReportsList {
  readonly #title: HTMLElement;
  readonly #status: HTMLElement;
  readonly #list: HTMLElement;
  #shown = "";

  constructor(readonly page: HTMLElement, readonly file: string, readonly open: (group: Group) => void, readonly point: (at: L.LatLngTuple | null) => void) {
    const find = (name: string) => page.querySelector<HTMLElement>(`[data-${name}]`)!;
    [this.#title, this.#status, this.#list] = [find("list-title"), find("list-status"), find("list")];
    this.#list.addEventListener("focusout", () => point(null));
    this.#list.addEventListener("pointerleave", () => point(null));
  }

  focus(): void {
    this.#title.focus();
  }

  tell(words: string): void {
    this.#status.textContent = words;
  }

  /** Only what is seen: the answer reaches a little beyond the map's edge. */
  show(found: Found, seen: L.LatLngBounds, areas: Area[]): void {
    const groups = found.groups.filter(group => seen.contains([group.lat, group.lng]));
    const reports = found.reports.filter(report => seen.contains([report.lat, report.lng]));
    const count = groups.length + reports.length === found.groups.length + found.reports.length
      ? found.total
      : groups.reduce((sum, group) => sum + group.count, reports.length);
    const words = this.page.dataset;
    this.#title.textContent = this.#title.dataset.words ?? "";
    const told = count === 0 ? words.wordsNone ?? "" : (words.wordsFound ?? "").replace("{0}", count.toLocaleString("en"));
    this.tell(found.more ? `${told} · ${words.wordsMore ?? ""}` : told);
    // A line that stays keeps the focus.
    const now = JSON.stringify([groups, reports, areas.length]);
    if (now === this.#shown) return;
    this.#shown = now;
    const had = this.#list.contains(document.activeElement);
    this.#list.replaceChildren(...groups.sort((one, other) => other.count - one.count).map(group => this.#group(group, areas)), ...reports.map(report => {
      const link = reportLink(report, this.file);
      return this.#item(link, [report.lat, report.lng]);
    }));
    if (had) this.focus();
  }

  #group(group: Group, areas: Area[]): HTMLElement {
    const { wordsGroup, wordsNear } = this.page.dataset;
    const button = document.createElement("button");
    button.type = "button";
    const head = document.createElement("span");
    head.className = "map-list-head";
    const near = nearest(group, areas);
    head.append(Object.assign(document.createElement("strong"), { textContent: (wordsGroup ?? "{0}").replace("{0}", group.count.toLocaleString("en")) }));
    if (near !== "") head.append(` ${(wordsNear ?? "{0}").replace("{0}", near)}`);
    const parts = document.createElement("span");
    parts.className = "map-parts";
    for (const kind of kinds) {
      if (group[kind] === 0) continue;
      const one = document.createElement("span");
      one.className = "map-status";
      one.append(shape(this.file, kind), `${nameOf(kind)} ${group[kind].toLocaleString("en")}`);
      parts.append(one, " ");
    }
    button.append(head, parts);
    button.addEventListener("click", () => this.open(group));
    return this.#item(button, [group.lat, group.lng]);
  }

  #item(inside: HTMLElement, at: L.LatLngTuple): HTMLElement {
    const item = document.createElement("li");
    item.append(inside);
    inside.addEventListener("focus", () => this.point(at));
    item.addEventListener("pointerenter", () => this.point(at));
    return item;
  }
}

/** The name of the tambon, or the amphoe, whose middle is nearest. */
function nearest(group: Group, areas: Area[]): string {
  const wide = Math.max(group.east - group.west, group.north - group.south) > 0.1;
  const near = areas.filter(area => area.kind === (wide ? "amphoe" : "tambon"))
    .map(area => ({ area, far: Math.hypot(area.at.lat - group.lat, area.at.lng - group.lng) }))
    .sort((one, other) => one.far - other.far)[0]?.area;
  return near?.name ?? "";
}
