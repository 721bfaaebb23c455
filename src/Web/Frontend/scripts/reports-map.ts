// The map of reports and the list beside it, for everyone and for officers: what lies in the rectangle is asked for as the map
// moves, and both show the same.
import * as L from "leaflet";
import { boxOf } from "./box";
import { setUpFindPlace } from "./find-place";
import { Asking } from "./get";
import { areas, type Area } from "./ground";
import { showMap } from "./map";
import { askPosition, type NoPosition } from "./position";
import { ReportsLayer } from "./reports-layer";
import { ReportsList } from "./reports-list";
import { keepView, keptView, rememberOnFilter } from "./view";
import type { Found, Group } from "./reports";

const nearZoom = 16;

function setUp(page: HTMLElement): void {
  const place = page.querySelector<HTMLElement>("[data-reports-map]");
  if (place === null) return;
  const find = <T extends HTMLElement>(name: string) => page.querySelector<T>(`[data-${name}]`)!;
  const words = page.dataset;
  for (const column of page.querySelectorAll<HTMLElement>("[data-needs-script]")) column.hidden = false;
  for (const instead of page.querySelectorAll<HTMLElement>("[data-needs-no-script]")) instead.hidden = true;
  const map = showMap(place);
  const kept = keptView();
  if (kept !== null) map.setView([kept.lat, kept.lng], kept.zoom, { animate: false });

  const layer = new ReportsLayer(map, place.dataset.marks ?? "", words, open);
  const list = new ReportsList(page, place.dataset.marks ?? "", open, at => layer.point(at));
  const asking = new Asking();
  let known: Area[] = [];
  let latest: Found | null = null;
  let asked = "";

  function open(group: Group): void {
    const bounds = L.latLngBounds([group.south, group.west], [group.north, group.east]);
    const zoom = Math.min(18, Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds.pad(0.1))));
    map.setView(bounds.getCenter(), zoom);
  }

  async function look(again = false): Promise<void> {
    const address = new URL(place!.dataset.reports ?? "", location.href);
    address.searchParams.set("zoom", String(map.getZoom()));
    address.searchParams.set("bbox", boxOf(map));
    if (document.documentElement.lang === "en") address.searchParams.set("lang", "en");
    if (!again && asked === address.href) {
      if (latest !== null) list.show(latest, map.getBounds(), known);
      return;
    }
    asked = address.href;
    page.dataset.state = "loading";
    list.tell(words.wordsLoading ?? "");
    try {
      const found = await asking.get<Found>(address.href);
      if (found === null) return;
      latest = found;
      layer.show(found);
      list.show(found, map.getBounds(), known);
      page.dataset.state = "shown";
      find("list-failed").hidden = true;
    } catch {
      asked = "";
      page.dataset.state = "failed";
      list.tell("");
      find("list-failed").hidden = false;
    }
  }

  map.on("moveend", () => {
    keepView(map);
    void look();
  });
  find("retry").addEventListener("click", () => {
    list.focus();
    void look(true);
  });
  const wider = find("wider");
  wider.hidden = false;
  wider.addEventListener("click", () => map.zoomOut(2));
  setUpFindPlace(page.querySelector<HTMLElement>("[data-find-place]"), found => {
    map.setView([found.lat, found.lng], found.zoom);
    layer.mark(L.latLng(found.lat, found.lng), found.name);
  });
  setUpNearMe();
  rememberOnFilter(map);
  keepView(map);
  void look();
  void areas(place).then(found => {
    known = found;
    if (latest !== null) list.show(latest, map.getBounds(), known);
  });

  function setUpNearMe(): void {
    const told = find("near-status");
    find("near-me").addEventListener("click", () => {
      told.textContent = words.wordsFinding ?? "";
      askPosition().then(({ latitude, longitude, accuracy }) => {
        // It stays on this map: the server learns no more than which rectangle is looked at.
        layer.stand(L.latLng(latitude, longitude), accuracy);
        map.setView([latitude, longitude], nearZoom);
        told.textContent = words.wordsHere ?? "";
      }, (why: NoPosition) => { told.textContent = (why === "denied" ? words.wordsDenied : words.wordsNowhere) ?? ""; });
    });
  }
}

for (const page of document.querySelectorAll<HTMLElement>("[data-reports-page]")) setUp(page);
