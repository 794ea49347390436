/** What a reader asks: words, phrases, what is to be left out, and filters. */

import { searchFold, tokenise } from "./analyser.js";

/**
 * @typedef {import("./analyser.js").Token} Token
 * @typedef {{field: "k" | "t" | "y", value: string}} Filter A field and the value as written.
 * @typedef {object} Query
 * @property {Token[]} words Their places are those in the query. What the answer should be about, those of phrases among them.
 * @property {Token[][]} phrases What it must have word for word.
 * @property {Token[][]} excluded Words and phrases that it must not have.
 * @property {Filter[]} filters What it is narrowed to.
 * @property {Filter[]} excludedFilters
 */

const FIELDS = { كلمه: "k", keyword: "k", وسم: "t", tag: "t", سنه: "y", year: "y" };

/** Each opens a quotation, and the next one, whichever it is, closes it. */
const QUOTES = '"“”„«»';

// A minus counts before a word only: what stands between two words (2015-2018) is a dash.
const PART = new RegExp(
  String.raw`(?<minus>(?<=^|\s)[-−])?(?:(?<field>\p{L}[\p{L}\p{M}ـ]*):)?` +
    String.raw`(?:[${QUOTES}](?<quoted>[^${QUOTES}]*)[${QUOTES}]?|(?<bare>[^\s${QUOTES}]+))`,
  "gu",
);

/**
 * Read a query. Every text is one: what is no filter is a word.
 * @param {string} text As typed.
 * @returns {Query}
 */
export function parseQuery(text) {
  const query = { words: [], phrases: [], excluded: [], filters: [], excludedFilters: [] };
  for (const { 0: part, index, groups } of text.matchAll(PART)) {
    const { minus, field, quoted, bare } = groups;
    const name = field && FIELDS[searchFold(field)];
    if (name) {
      (minus ? query.excludedFilters : query.filters).push({ field: name, value: quoted ?? bare });
      continue;
    }
    const tokens = tokenise(part).map((token) => ({
      ...token,
      start: token.start + index,
      end: token.end + index,
    }));
    if (!tokens.length) continue;
    if (minus) query.excluded.push(tokens);
    else query.words.push(...tokens);
    if (!minus && quoted !== undefined && tokens.length > 1) query.phrases.push(tokens);
  }
  return query;
}

/**
 * Narrow a query to a value.
 * @param {string} text
 * @param {string} name What the filter is called in queries.
 * @param {string} value As written; its quotation marks, which would end the filter, are no part of what is looked for.
 * @returns {string}
 */
export function withFilter(text, name, value) {
  const words = value.replace(new RegExp(`[\\s${QUOTES}]+`, "g"), " ").trim();
  return `${closed(text).trim()} ${name}:${words.includes(" ") ? `"${words}"` : words}`;
}

/** What follows a quotation that is left open would be part of it. */
function closed(text) {
  const isOpen = [...text].filter((letter) => QUOTES.includes(letter)).length % 2;
  return isOpen ? `${text}"` : text;
}
