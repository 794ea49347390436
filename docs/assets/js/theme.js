// Runs before the first paint, so that no page flashes: what the reader chose for the colours and the size of text.
// Then shows in the menu where the reader is.
// It is a classic script because a module would come too late.

(() => {
  const root = document.documentElement;
  // What needs JavaScript is shown by style sheets where this attribute is.
  root.dataset.scripted = "";

  // A browser that keeps nothing throws already when it is asked.
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // The choice then lasts as long as the page.
    }
  };

  const show = () => {
    const theme = read("nashir-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    root.dataset.textSize = read("nashir-text-size") ?? "1";
  };

  // In a narrow window the menu scrolls. Not `scrollIntoView`, which would take a page opened at a place in it to its top.
  const showCurrent = () => {
    const current = document.querySelector(".n-nav [aria-current]");
    if (!current) return;
    const menu = current.closest("ul");
    const [inner, outer] = [current, menu].map((node) => node.getBoundingClientRect());
    menu.scrollBy((inner.left + inner.right - outer.left - outer.right) / 2, 0);
  };

  show();
  // Another tab of the site may choose too.
  addEventListener("storage", show);
  addEventListener("DOMContentLoaded", () => {
    showCurrent();
    const select = document.querySelector(".n-theme select");
    select.value = root.dataset.theme ?? "";
    select.addEventListener("change", () => {
      write("nashir-theme", select.value);
      if (select.value) root.dataset.theme = select.value;
      else delete root.dataset.theme;
    });
  });
})();
