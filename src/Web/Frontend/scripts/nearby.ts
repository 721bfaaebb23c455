// Shows what was reported near the place already, and what was announced for it, as soon as the place is known. The server asks once more when the form
// is sent, so nothing is lost when this fails.
const asked = ["Form.Fault", "Form.Latitude", "Form.Longitude", "Form.PoleNumber", "Form.Tambon"];

export function showNearby(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-nearby]");
  if (place === null) return;
  let newest = 0;
  let before = "";

  async function look(): Promise<void> {
    const all = new FormData(form);
    const body = new URLSearchParams();
    for (const name of asked) body.set(name, String(all.get(name) ?? ""));
    if (body.get("Form.Latitude") === "" && body.get("Form.PoleNumber") === "" && body.get("Form.Tambon") === "") {
      place!.replaceChildren();
      before = "";
      return;
    }
    if (before === body.toString()) return;
    before = body.toString();
    body.set("__RequestVerificationToken", String(all.get("__RequestVerificationToken") ?? ""));
    const turn = ++newest;
    try {
      const answer = await fetch(place!.dataset.nearby ?? "", { method: "POST", body });
      const html = answer.ok ? await answer.text() : "";
      // A later question may have been answered first.
      if (turn === newest) show(html);
    } catch {
      if (turn === newest) before = "";
    }
  }

  function show(html: string): void {
    // It comes from our own server, which has escaped every word of it.
    const part = new DOMParser().parseFromString(html, "text/html");
    for (const known of form.querySelectorAll<HTMLInputElement>("[data-different-known]"))
      part.querySelector(`[data-shown][value="${CSS.escape(known.value)}"]`)?.closest("li")?.remove();
    if (part.querySelector(".nearby-list li") === null) part.querySelector("#nearby")?.remove();
    place!.replaceChildren(...part.body.childNodes);
  }

  place.addEventListener("click", event => {
    if (!(event.target instanceof Element) || event.target.closest("[data-different]") === null) return;
    for (const shown of place.querySelectorAll<HTMLInputElement>("[data-shown]")) {
      shown.name = "Shown";
      shown.dataset.differentKnown = "";
      place.before(shown);
    }
    if (form.querySelector("input[name=Different]") === null) {
      const different = document.createElement("input");
      Object.assign(different, { type: "hidden", name: "Different", value: "true" });
      place.before(different);
    }
    place.querySelector("#nearby")?.remove();
    form.querySelector<HTMLElement>("[data-amphoe], [data-tambon]")?.focus();
  });

  form.addEventListener("change", event => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
      if (asked.includes(event.target.name)) void look();
  });
  void look();
}
