// A part of a page that shows how far something is: read anew every two seconds until it is done. Without this script a
// link on the page does the same. The page says "true" or "false": an attribute without a value would still be there.

const part = document.querySelector<HTMLElement>("[data-refresh=true]");
if (part?.id) follow(part.id);

function follow(id: string): void {
  const timer = window.setInterval(() => void read(), 2000);

  async function read(): Promise<void> {
    let page: Document;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return window.clearInterval(timer);
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return; // The network is away for a moment; the next time may work.
    }

    const old = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (!old || !fresh) return window.clearInterval(timer);
    old.replaceWith(document.adoptNode(fresh));
    if (fresh.dataset.refresh !== "true") window.clearInterval(timer);
  }
}
