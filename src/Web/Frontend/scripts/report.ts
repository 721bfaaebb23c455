// The report page: photo shrinking, position and the map picker begin here.

/** The map comes over the wire only when somebody asks for it. */
async function openMap(place: HTMLElement): Promise<void> {
  const { showMap } = await import("./map");
  showMap(place);
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-open-map]")) {
  const place = document.getElementById(button.dataset.openMap ?? "");
  if (place === null) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    place.hidden = false;
    button.hidden = true;
    void openMap(place);
  });
}

export {};
