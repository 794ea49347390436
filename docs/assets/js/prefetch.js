// Fetches a page of this site while the reader's pointer rests on its link, so that it opens at once.

/** Milliseconds: whoever only passes over a link leaves it sooner. */
const REST = 65;

const asked = new Set();
let timer = 0;

function fetchPage(href) {
  if (asked.has(href)) return;
  asked.add(href);
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
}

addEventListener("pointerover", ({ target }) => {
  clearTimeout(timer);
  const { origin, pathname, search } = target.closest?.("a[href]") ?? location;
  if (origin !== location.origin || pathname === location.pathname || navigator.connection?.saveData) return;
  timer = setTimeout(fetchPage, REST, pathname + search);
});
