/** The search page: all results of the query in its address, and what they can be narrowed to. */

import { RESULT, counted, grouped, yearName } from "./counted.js";
import { addressOf, element, markedText } from "./elements.js";
import { foldValue, parseQuery, withFilter, withoutFilters } from "./query.js";
import { answer } from "./search.js";

/** Results that one more press on «المزيد» shows. */
const STEP = 10;

const MOST_VALUES = 8;

const FACETS = [
  ["t", "وسم", "الوسوم"],
  ["y", "سنة", "السنوات"],
  ["k", "كلمة", "الكلمات"],
];

const form = document.querySelector("form.n-search-form");
const input = form.elements.namedItem("q");
const status = document.getElementById("n_search_status");
const list = document.getElementById("n_search_results");
const facetList = document.getElementById("n_search_facets");
const more = document.getElementById("n_search_more");
const siteTitle = document.title;

let asked = 0;
let limit = STEP;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(input.value);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-query]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.dataset.query);
});
more.addEventListener("click", async () => {
  const shown = list.children.length;
  limit += STEP;
  await show();
  // The button may be gone, and with it the place of whoever pressed it with a key.
  list.children[shown]?.querySelector("a").focus();
});
addEventListener("pagehide", keepPlace);
addEventListener("popstate", comeBack);
comeBack();

/** Let the way back to this query lead to as many results, and to the same place among them. */
function keepPlace() {
  history.replaceState({ limit, top: scrollY }, "");
}

async function comeBack() {
  const place = history.state;
  limit = place?.limit ?? STEP;
  await show();
  // The browser has restored the place before there was anything to scroll.
  if (place && place === history.state) scrollTo(0, place.top);
}

/** Ask for another query, so that the way back leads to this one. */
function go(query) {
  keepPlace();
  history.pushState(null, "", address(query));
  limit = STEP;
  show();
}

function address(query) {
  const url = new URL(location.href);
  url.search = "";
  url.hash = "";
  if (query.trim()) url.searchParams.set("q", query);
  return url.href;
}

async function show() {
  const query = new URL(location.href).searchParams.get("q") ?? "";
  const mine = ++asked;
  input.value = query;
  document.title = query ? `${query} – ${siteTitle}` : siteTitle;
  if (!query.trim()) return render({ results: [], count: 0, facets: [], suggestion: null, isLoose: false }, query, "");
  try {
    const found = await answer(query, { limit, withFacets: true });
    if (mine === asked) render(found, query, counted(found.count, RESULT));
  } catch (error) {
    if (mine === asked) status.textContent = "تعذّر البحث. تحقق من الاتصال بالشبكة، ثم حاول من جديد.";
    throw error;
  }
}

function render({ results, count, facets, suggestion, isLoose }, query, said) {
  status.replaceChildren(isLoose ? `لا مقال فيه العبارة كما كُتبت، وفي كلماتها: ${said}` : said);
  if (suggestion) {
    status.append(said ? ". " : "", "هل تقصد: ", queryLink(suggestion, [element("bdi", {}, [suggestion])]), "؟");
  }
  list.replaceChildren(...results.map(story));
  more.hidden = results.length < limit || results.length >= count;
  facetList.replaceChildren(...FACETS.flatMap((facet) => group(facet, facets, query)));
}

function story(result) {
  return element("li", { class: "n-story" }, [
    element("h2", {}, [element("a", { href: addressOf(result) }, [markedText(result.titleParts)])]),
    element("p", {}, [markedText(result.excerptParts)]),
  ]);
}

function group([field, name, title], facets, query) {
  const values = facets.filter((facet) => facet.field === field).slice(0, MOST_VALUES);
  if (!values.length) return [];
  const { filters } = parseQuery(query);
  const items = values.map(({ label, count }) => {
    const chosen = filters.filter((filter) => filter.field === field && filter.value === foldValue(label));
    const target = chosen.length ? withoutFilters(query, chosen) : withFilter(query, name, label);
    const link = queryLink(target, [
      element("bdi", {}, [field === "y" ? yearName(label) : label]),
      " ",
      element("bdi", { class: "n-count" }, [grouped(count)]),
    ]);
    if (chosen.length) link.setAttribute("aria-current", "true");
    return element("li", {}, [link]);
  });
  return [
    element("section", {}, [element("h2", { class: "n-section" }, [title]), element("ul", { class: "n-chips" }, items)]),
  ];
}

function queryLink(query, children) {
  return element("a", { href: address(query), "data-query": query }, children);
}
