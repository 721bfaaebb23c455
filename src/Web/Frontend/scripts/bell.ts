// The number of unread reports, kept up to date while a page is open: by server-sent events, or by asking every half
// minute where those do not get through. Without this script the number is the one of when the page was loaded.

const askEvery = 30_000;

const bell = document.querySelector<HTMLAnchorElement>("a[data-bell]");
if (bell?.dataset.bell) ring(bell, bell.dataset.bell);

function ring(place: HTMLAnchorElement, address: string): void {
  const bound = Number(place.dataset.bound);
  const badge = place.querySelector<HTMLElement>("[data-bell-count]");
  const label = place.querySelector<HTMLElement>("[data-bell-label]");
  const said = document.querySelector<HTMLElement>("[data-bell-said]");
  const news = document.querySelector<HTMLElement>("[data-bell-news]");
  const newsWords = news?.querySelector<HTMLElement>("[data-bell-words]");
  const title = document.title;
  let shown = Number(place.dataset.count);
  // What somebody has opened meanwhile makes the number smaller: what came since is counted from the smallest.
  let least = shown;
  let asking: number | undefined;
  // What is told first may be older than the page: no news, only a number that the next one puts right.
  let isFirst = true;

  const write = (count: number): string => (count > bound ? `${bound}+` : String(count));

  function show(count: number): void {
    if (!Number.isInteger(count) || count < 0) return;
    document.title = count > 0 ? `(${write(count)}) ${title}` : title;
    if (count === shown) return;
    const more = count > shown && !isFirst;
    shown = count;
    least = Math.min(least, count);
    if (badge) {
      badge.textContent = write(count);
      badge.hidden = count === 0;
    }
    if (label) label.textContent = (count === 0 ? place.dataset.wordsNone : place.dataset.wordsSome) ?? "";
    const words = (place.dataset.wordsNews ?? "{0}").replace("{0}", write(count - least));
    if (more && said) said.textContent = words;
    // Rows do not move under the officer's eyes; the new list is one press away.
    if (news && newsWords && !isFirst) {
      newsWords.textContent = words;
      news.hidden = count <= least;
    }
  }

  async function ask(): Promise<void> {
    if (document.hidden) return;
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" }, redirect: "error" });
      if (answer.ok) show(((await answer.json()) as { unread: number }).unread);
    } catch {
      // Away for the moment; the next time will tell.
    }
  }

  function askFromNowOn(): void {
    asking ??= window.setInterval(() => void ask(), askEvery);
  }

  function listen(): void {
    const source = new EventSource(`${address}/events`);
    source.addEventListener("unread", event => {
      window.clearInterval(asking);
      asking = undefined;
      show(Number((event as MessageEvent<string>).data));
      isFirst = false;
    });
    source.addEventListener("error", () => {
      isFirst = false;
      askFromNowOn();
      // A connection that broke is tried again by the browser; one that was refused is not.
      if (source.readyState === EventSource.CLOSED) source.close();
    });
    // A page that is left must not keep a connection, or it could not be kept in the browser's memory.
    window.addEventListener("pagehide", () => source.close(), { once: true });
  }

  show(shown);
  if ("EventSource" in window) listen();
  else askFromNowOn();
  window.addEventListener("pageshow", event => {
    if (event.persisted) listen();
  });
}

export {};
