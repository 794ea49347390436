// The filter of an index page: shows the entries whose name holds what is typed, spelling forgiven as in search.
// Without this script the page is the plain list that it is.

import { searchFold } from "../search/analyser.js";
import { RESULT, counted } from "../search/counted.js";

const field = document.querySelector("#n_filter");
const status = document.querySelector("#n_filter_status");
const jumps = [...document.querySelectorAll(".n-jump a")];
const sections = [...document.querySelectorAll(".n-letters section")].map((section) => ({
  section,
  // None on the page of one letter, where letters lead to other pages.
  jump: jumps.find((link) => link.getAttribute("href") === address(section)),
  entries: [...section.querySelectorAll(".n-entries > li")].map((item) => ({
    item,
    name: searchFold(item.querySelector(".n-entry").textContent),
  })),
}));

function address(section) {
  return `#${section.querySelector("h2").id}`;
}

function show() {
  const wanted = searchFold(field.value.trim());
  let count = 0;
  for (const { section, jump, entries } of sections) {
    let inSection = 0;
    for (const { item, name } of entries) {
      item.hidden = !name.includes(wanted);
      inSection += item.hidden ? 0 : 1;
    }
    section.hidden = inSection === 0;
    // Without an address it is no link: neither to press nor to tab to.
    if (section.hidden) jump?.removeAttribute("href");
    else jump?.setAttribute("href", address(section));
    count += inSection;
  }
  status.textContent = wanted ? counted(count, RESULT) : "";
}

field.closest("form").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", show);
// A browser that goes back may have kept what was typed.
show();
