/** Pieces of the page that the search box and the search page share. */

/** The site's root, as seen from this file. */
export const HOME = new URL("../../", import.meta.url);

/**
 * Make an element.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children Strings become text, whatever they hold.
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * Show text with its matched words marked. It may run in either direction, so that it is isolated.
 * @param {import("./passages.js").Part[]} parts
 * @returns {HTMLElement}
 */
export function markedText(parts) {
  return element(
    "bdi",
    {},
    parts.map(([text, isMatch]) => (isMatch ? element("mark", {}, [text]) : text)),
  );
}

/**
 * Give the address of a result's best passage.
 * @param {import("./search.js").Result} result
 * @returns {string}
 */
export function addressOf({ url, anchor }) {
  return new URL(anchor ? `${url}#${anchor}` : url, HOME).href;
}
