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

// A minus counts before a word only: what stands between two words (2015-2018) is a dash.
const PART = /(?<minus>(?<=^|\s)[-−])?(?:(?<field>\p{L}[\p{L}\p{M}ـ]*):)?(?:["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»]?|(?<bare>[^\s"“”„«»]+))/gu;

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
