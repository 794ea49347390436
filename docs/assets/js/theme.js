// Runs before the first paint, so that no page flashes: what the reader chose for the colours and the size of text.
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

  show();
  // Another tab of the site may choose too.
  addEventListener("storage", show);
  addEventListener("DOMContentLoaded", () => {
    const select = document.querySelector(".n-theme select");
    select.value = root.dataset.theme ?? "";
    select.addEventListener("change", () => {
      write("nashir-theme", select.value);
      if (select.value) root.dataset.theme = select.value;
      else delete root.dataset.theme;
    });
  });
})();
