/** What a reader asks: words, phrases, what is to be left out, and filters. */

import { core, searchFold, tokenise } from "./analyser.js";

/**
 * @typedef {import("./analyser.js").Token} Token
 * @typedef {object} Filter
 * @property {"k" | "t" | "y"} field
 * @property {string} value Folded; see `foldValue`.
 * @property {number} start Where it begins in the query.
 * @property {number} end Where it ends.
 *
 * @typedef {object} Query
 * @property {Token[]} words Their places are those in the query. What the answer should be about, those of phrases among them.
 * @property {Token[][]} phrases What it must have word for word.
 * @property {Token[][]} excluded Words and phrases that it must not have.
 * @property {Filter[]} filters What it is narrowed to.
 * @property {Filter[]} excludedFilters
 */

const FIELDS = new Map(Object.entries({ كلمه: "k", keyword: "k", وسم: "t", tag: "t", سنه: "y", year: "y" }));

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
    const name = field && FIELDS.get(searchFold(field));
    if (name) {
      const place = { start: index, end: index + part.length };
      (minus ? query.excludedFilters : query.filters).push({ field: name, value: foldValue(quoted ?? bare), ...place });
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
 * Give the form in which a value and what a reader writes for it are equal: its cores.
 * @param {string} value
 * @returns {string}
 */
export function foldValue(value) {
  return tokenise(value)
    .map(({ term, isStop }) => (isStop ? term : core(term)))
    .join(" ");
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

/**
 * Take filters out of a query.
 * @param {string} text
 * @param {Filter[]} filters Of this query, in their order.
 * @returns {string}
 */
export function withoutFilters(text, filters) {
  return filters
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`, text)
    .trim();
}
