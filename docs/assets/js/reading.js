// The tools above an article: share, copy its address, print, size of the text. Nothing here asks any other host.

const SIZES = 4;
/** Milliseconds for which a message stays. */
const MESSAGE_TIME = 4000;

const tools = document.querySelector(".n-tools");
const status = tools.querySelector("[role=status]");
const button = (name) => tools.querySelector(`[data-tool=${name}]`);
const root = document.documentElement;
let timer = 0;

/** The article's own address, without a place in it. */
function address() {
  return document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
}

function say(message) {
  clearTimeout(timer);
  status.textContent = message;
  timer = setTimeout(() => (status.textContent = ""), MESSAGE_TIME);
}

async function share() {
  try {
    await navigator.share({ title: document.querySelector("h1").textContent, url: address() });
  } catch (error) {
    // Whoever closes the system's dialog has not failed.
    if (error.name !== "AbortError") say("تعذّرت المشاركة");
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address());
    say("نُسخ الرابط");
  } catch {
    say("تعذّر النسخ");
  }
}

function resize(step) {
  const size = Math.min(Math.max(Number(root.dataset.textSize) + step, 0), SIZES - 1);
  root.dataset.textSize = String(size);
  try {
    localStorage.setItem("nashir-text-size", String(size));
  } catch {
    // The choice then lasts as long as the page.
  }
  showSize();
}

/** Marks the end of the scale. Not `disabled`, which would take the focus away from under the reader's finger. */
function showSize() {
  const size = Number(root.dataset.textSize);
  button("smaller").setAttribute("aria-disabled", String(size <= 0));
  button("larger").setAttribute("aria-disabled", String(size >= SIZES - 1));
}

button("share").hidden = !navigator.share;
button("share").addEventListener("click", share);
button("copy").addEventListener("click", copy);
button("print").addEventListener("click", () => print());
button("smaller").addEventListener("click", () => resize(-1));
button("larger").addEventListener("click", () => resize(1));
showSize();
