// A page that waits for something looks again by itself; without scripts its link does the same.
const link = document.querySelector<HTMLAnchorElement>("[data-look-again]");
if (link) window.setTimeout(() => window.location.replace(link.href), 1500);

export {};
