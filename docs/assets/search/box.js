/**
 * The search box in the head of every page: results as one types.
 *
 * Without this file it is a plain form that leads to the search page. With it, it is a combobox with a list of
 * results. Source: W3C, ARIA Authoring Practices Guide, «Editable Combobox With List Autocomplete».
 */

import { RESULT, counted } from "./counted.js";
import { HOME, addressOf, element, markedText } from "./elements.js";

/** Milliseconds without a key after which an answer is worth its files. */
const PAUSE = 120;

const MOST_RESULTS = 6;

/** What must not stand before an ellipsis: separators, ends of sentences, opening marks. */
const DANGLING = " .,،;؛:!?؟…-–—/|«‹“„‘([{";

/** Whether keys go into a text. */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

class SearchBox {
  #form;
  #input;
  #list;
  #status;
  /** @type {import("./search.js").Result[]} */
  #results = [];
  #active = -1;
  #asked = 0;
  #timer = 0;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#input = form.elements.namedItem("q");
    this.#list = element("div", { class: "n-suggestions", id: "n_suggestions", role: "listbox", "aria-label": "نتائج البحث" });
    this.#status = element("p", { class: "n-unseen", role: "status" });
    this.#list.hidden = true;
    form.append(this.#list, this.#status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.#list.id,
      "aria-expanded": "false",
      "aria-keyshortcuts": "/ Control+K",
    })) {
      this.#input.setAttribute(name, value);
    }
    this.#listen();
  }

  #listen() {
    this.#input.addEventListener("focus", () => import("./search.js"), { once: true });
    this.#input.addEventListener("input", () => this.#askSoon());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    // A press on a result would take the focus, and with it the list, before it is a click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#input.addEventListener("blur", () => this.#close());
    document.addEventListener("keydown", (event) => this.#onShortcut(event));
  }

  #onShortcut(event) {
    const isSlash = event.code === "Slash" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const isControlK = event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.defaultPrevented || isTyping(event.target) || !(isSlash || isControlK)) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  }

  #onKey(event) {
    if (event.isComposing) return;
    const last = this.#options.length - 1;
    if (event.key === "Escape") {
      if (this.#list.hidden) this.#input.value = "";
      this.#close();
    } else if (event.key === "ArrowDown" && last >= 0) {
      this.#open();
      this.#activate(this.#active >= last ? 0 : this.#active + 1);
    } else if (event.key === "ArrowUp" && last >= 0) {
      this.#open();
      this.#activate(this.#active <= 0 ? last : this.#active - 1);
    } else if (event.key === "Enter" && this.#active >= 0 && !this.#list.hidden) {
      this.#options[this.#active].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const query = this.#input.value;
    const asked = ++this.#asked;
    if (!query.trim()) {
      this.#show([], "");
      return;
    }
    let said;
    let results = [];
    try {
      const { answer } = await import("./search.js");
      const found = await answer(query, { limit: MOST_RESULTS, isUnfinished: !/\s$/.test(query) });
      results = found.results;
      said = counted(found.count, RESULT);
    } catch {
      said = "تعذّر البحث. تحقق من الاتصال بالشبكة.";
    }
    // Whoever has typed on waits for another answer.
    if (asked === this.#asked) this.#show(results, said);
  }

  #show(results, said) {
    this.#status.textContent = said;
    this.#active = -1;
    this.#results = results;
    this.#list.replaceChildren(...results.map(option));
    if (said) this.#list.append(this.#foot(results.length, said));
    if (said && document.activeElement === this.#input) this.#open();
    else this.#close();
  }

  /** The last line: all results on a page of their own, or that there are none. */
  #foot(count, said) {
    if (!count) return element("p", { class: "n-suggestions-none" }, [said]);
    const url = new URL("search/", HOME);
    url.searchParams.set("q", this.#input.value);
    const text = `كل النتائج: ${said}`;
    return element("a", { class: "n-suggestion n-suggestion-all", role: "option", id: "n_suggestion_all", tabindex: "-1", href: url.href }, [text]);
  }

  get #options() {
    return [...this.#list.querySelectorAll("[role=option]")];
  }

  #activate(place) {
    this.#active = place;
    this.#options.forEach((some, number) => some.setAttribute("aria-selected", String(number === place)));
    const active = this.#options[place];
    this.#input.setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  }

  #open() {
    this.#list.hidden = false;
    this.#list.querySelectorAll("span").forEach((excerpt, place) => fit(excerpt, this.#results[place].excerptParts));
    this.#input.setAttribute("aria-expanded", "true");
  }

  #close() {
    this.#list.hidden = true;
    this.#active = -1;
    this.#options.forEach((some) => some.setAttribute("aria-selected", "false"));
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
}

function option(result, place) {
  const attributes = {
    class: "n-suggestion",
    role: "option",
    id: `n_suggestion_${place}`,
    tabindex: "-1",
    "aria-selected": "false",
    href: addressOf(result),
  };
  return element("a", attributes, [
    element("strong", {}, [markedText(result.titleParts)]),
    element("span", {}, [markedText(result.excerptParts)]),
  ]);
}

/** Shorten an excerpt to the words that its lines have room for. */
function fit(excerpt, parts) {
  const isTooLong = () => excerpt.scrollHeight > excerpt.clientHeight;
  if (!isTooLong()) return;
  const text = parts.map(([part]) => part).join("");
  let fitting = 0;
  for (let step = 1 << 9; step; step >>= 1) {
    excerpt.replaceChildren(markedText(shortened(text, parts, fitting + step)));
    if (!isTooLong()) fitting += step;
  }
  excerpt.replaceChildren(markedText(shortened(text, parts, fitting)));
}

/** Cut parts, of which the whole text is given, to some length at the end of a word. */
function shortened(text, parts, length) {
  if (text.length <= length) return parts;
  const space = text.lastIndexOf(" ", length);
  let end = space > 0 ? space : length;
  while (end && DANGLING.includes(text[end - 1])) end--;
  const kept = [];
  let start = 0;
  for (const [part, isMatch] of parts) {
    if (start < end) kept.push([part.slice(0, end - start), isMatch]);
    start += part.length;
  }
  return [...kept, ["…", false]];
}

const form = document.querySelector("form.n-search");
if (form) new SearchBox(form);
