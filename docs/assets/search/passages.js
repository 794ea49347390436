/** The passage of a document that answers a query best, and how it is shown. */

import { afterClitics, core, lightStem, tokenise } from "./analyser.js";
import { hasPhrase } from "./phrases.js";
import { WEIGHTS } from "./weights.js";

/** Words of an excerpt, about. */
const EXCERPT_WORDS = 36;

/** Words shown before the first match. */
const LEAD = 6;

const ELLIPSIS = "…";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @type {WeakMap<object, object[][]>} */
const analysed = new WeakMap();

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {object} Passage
 * @property {number} value The share of the query's weight that a window of it, or a tag or a name beside the text,
 *   has, and how well in order.
 * @property {number} order
 * @property {string} text As written.
 * @property {string | null} anchor
 * @property {object[]} tokens
 * @property {number} first The window's first token.
 */

/**
 * Find the best passage of a document.
 * @param {import("./index.js").Document} document
 * @param {Word[]} words
 * @param {import("./analyser.js").Token[][]} phrases What counts more than any words.
 * @returns {Passage}
 */
export function bestPassage(document, words, phrases) {
  let best = { value: -1, order: 0, text: "", anchor: null, tokens: [], first: 0 };
  const total = weightOf(words) || 1;
  const judge = (tokens) => {
    const { share, first, order } = bestWindow(hitsIn(tokens, words), words, total);
    const value = share + WEIGHTS.order * order + phrases.filter((phrase) => hasPhrase(tokens, phrase)).length;
    return { value, order, first };
  };
  const passages = tokensOf(document);
  document.passages.forEach(([text, anchor], place) => {
    const judged = judge(passages[place]);
    if (judged.value > best.value) best = { ...judged, text, anchor, tokens: passages[place] };
  });
  // Who is asked for may have written the article, and no passage of it says so.
  const names = [...document.tags, ...document.credits].map((name) => judge(annotated(name)).value);
  return { ...best, value: Math.max(best.value, ...names) };
}

/**
 * Tell how much of a query a document has letter for letter, and not in another form.
 * @param {import("./index.js").Document} document
 * @param {Word[]} words
 * @returns {number} The words' share of the weight, 0 to 1.
 */
export function exactness(document, words) {
  const beside = textsBeside(document).flatMap(tokenise);
  const terms = new Set([...tokensOf(document).flat(), ...beside].map(({ term }) => term));
  const exact = words.filter(({ term }) => terms.has(term));
  return weightOf(exact) / (weightOf(words) || 1);
}

function weightOf(words) {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * @typedef {[text: string, isMatch: boolean]} Part A stretch of text, and whether it is a matched word.
 */

/**
 * Show the part of a passage that matches best.
 * @param {Passage} passage
 * @param {Word[]} words
 * @returns {Part[]}
 */
export function excerpt({ text, tokens, first }, words) {
  const from = Math.max(0, Math.min(first - LEAD, tokens.length - EXCERPT_WORDS));
  const to = Math.min(tokens.length, from + EXCERPT_WORDS);
  const start = from === 0 ? 0 : tokens[from].start;
  const end = to === tokens.length ? text.length : tokens[to - 1].end;
  const parts = marked(text, tokens.slice(from, to), words, start, end);
  // Beside its word, so that it never has a line of its own.
  if (start) parts.unshift([ELLIPSIS, false]);
  if (end < text.length) parts.push([ELLIPSIS, false]);
  return parts;
}

/**
 * Mark the matched words of a whole text.
 * @param {string} text
 * @param {Word[]} words
 * @returns {Part[]}
 */
export function markWords(text, words) {
  return marked(text, annotated(text), words, 0, text.length);
}

function marked(text, tokens, words, start, end) {
  const shown = words.filter((word) => word.isMarked);
  const parts = [];
  let at = start;
  for (const token of tokens) {
    if (token.start < at || !shown.some((word) => likeness(token, word))) continue;
    parts.push([text.slice(at, token.start), false], [text.slice(token.start, token.end), true]);
    at = token.end;
  }
  parts.push([text.slice(at, end), false]);
  return parts.filter(([part]) => part);
}

/**
 * Write parts as HTML: the text escaped, the matched words in `<mark>`.
 * @param {Part[]} parts
 * @returns {string}
 */
export function toHtml(parts) {
  return parts.map(([text, isMatch]) => (isMatch ? `<mark>${escape(text)}</mark>` : escape(text))).join("");
}

function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/**
 * Give the tokens of each passage of a document, with their readings.
 * @param {import("./index.js").Document} document
 */
export function tokensOf(document) {
  if (!analysed.has(document)) {
    analysed.set(
      document,
      document.passages.map(([text]) => annotated(text)),
    );
  }
  return analysed.get(document);
}

/**
 * Give what a document says beside its passages.
 * @param {import("./index.js").Document} document
 * @returns {string[]} As written.
 */
export function textsBeside({ title, headings, keywords, tags, credits }) {
  return [title, ...headings, ...keywords, ...tags, ...credits];
}

/** @type {Map<string, object>} */
const readings = new Map();

function annotated(text) {
  return tokenise(text).map(annotate);
}

function annotate(token) {
  if (token.isStop) return { ...token, cores: [`!${token.term}`], stem: null };
  let known = readings.get(token.term);
  if (!known) {
    const whole = core(token.term);
    known = { cores: [whole, ...afterClitics(token.term)], stem: lightStem(whole) };
    if (readings.size > 50000) readings.clear();
    readings.set(token.term, known);
  }
  return { ...token, ...known };
}

function likeness(token, word) {
  let most = (token.stem !== null && word.stems.get(token.stem)) || 0;
  for (const reading of token.cores) most = Math.max(most, word.cores.get(reading) ?? 0);
  return most;
}

/** For each place with a match: which word, and how much of its weight. */
function hitsIn(tokens, words) {
  const hits = [];
  tokens.forEach((token, place) => {
    words.forEach((word, number) => {
      const share = likeness(token, word);
      if (share) hits.push({ place, number, value: share * word.weight });
    });
  });
  return hits;
}

function bestWindow(hits, words, total) {
  let best = { share: 0, first: 0, order: 0 };
  for (let from = 0; from < hits.length; from++) {
    const most = new Array(words.length).fill(0);
    let sum = 0;
    let order = 0;
    for (let to = from; to < hits.length && hits[to].place - hits[from].place < WEIGHTS.window; to++) {
      const { place, number, value } = hits[to];
      if (value > most[number]) {
        sum += value - most[number];
        most[number] = value;
      }
      const before = hits[to - 1];
      if (to > from && before.number === number - 1 && before.place === place - 1) {
        order += Math.min(value, before.value);
      }
    }
    if (sum / total + WEIGHTS.order * (order / total) > best.share + WEIGHTS.order * best.order) {
      best = { share: sum / total, first: hits[from].place, order: order / total };
    }
  }
  return best;
}
