/** The words of the collection that a word may have been meant to be. */

import { letters } from "./analyser.js";
import { WEIGHTS } from "./weights.js";

/** Letters that a word must have to be worth guessing. */
const SHORTEST = 3;

// Of a short word's half, too many words have the same: some 2 KB a shard.
const MOST_SHARDS = 5;

/** Letters that a word must have for each of several slips. */
const LETTERS_PER_SLIP = 2.5;

/** What may stand before a word without parting it from its core, that is, be damaged by the slip. */
const BEFORE = ["ال", "وال", "بال", "لل", "و", "ف", "ب", "ك", "ل", "س"];
const CLITIC = /^[وفبكلس]$/;

/** Letters that differ in their dots, or sound alike: taken for one another more often than others. */
const ALIKE = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "سص", "ته", "تط", "ضظ", "ذزظ", "اعه", "كق"];

/**
 * @typedef {object} Neighbour
 * @property {string} word A core of the collection.
 * @property {number} rank Grows with how many documents have it.
 * @property {number} likeness To the word, 0 to 1.
 */

/**
 * Give the cores that are one slip from a word: a letter too many, missing or wrong, or two letters swapped.
 *
 * A wrong letter may be any of 27, so that a word has far more neighbours of this kind than of the others, and each
 * is the less likely to be meant; unless the two letters are alike.
 * @param {import("./index.js").Index} index
 * @param {string} word A folded word without its article.
 * @returns {Promise<Neighbour[]>} The likeliest first.
 */
export async function neighbours(index, word) {
  const near = [];
  for (const [candidate, rank] of await sameHalf(index, word)) {
    const order = unlikeliness(word, candidate);
    if (order < Infinity) near.push({ word: candidate, rank, order, likeness: order ? WEIGHTS.slip : WEIGHTS.form });
  }
  return near.sort((one, other) => one.order - other.order || byRank(one, other));
}

/**
 * Give the core that is nearest to a word which is more than one slip away from all.
 * @param {import("./index.js").Index} index
 * @param {string} word
 * @returns {Promise<Neighbour[]>} One or none.
 */
export async function nearest(index, word) {
  const candidates = (await sameHalf(index, word)).map(([candidate, rank]) => ({
    word: candidate,
    rank,
    distance: distance(word, candidate),
    likeness: WEIGHTS.distant,
  }));
  candidates.sort((one, other) => one.distance - other.distance || byRank(one, other));
  return candidates.filter((candidate) => candidate.distance * LETTERS_PER_SLIP <= word.length).slice(0, 1);
}

/**
 * Give the cores that begin with what has been typed of a word.
 * @param {import("./index.js").Index} index
 * @param {string} beginning
 * @returns {Promise<Neighbour[]>} The most frequent first.
 */
export async function completions(index, beginning) {
  const words = await index.spellings("forward", beginning, MOST_SHARDS);
  return words.map(([word, rank]) => ({ word, rank, likeness: WEIGHTS.form })).sort(byRank);
}

/** One slip leaves one half of a word whole: the candidates have it in common with the word. */
async function sameHalf(index, word) {
  if (letters(word) < SHORTEST) return [];
  const half = Math.floor(word.length / 2);
  const swapped = word.slice(0, half - 1) + word[half] + word[half - 1] + word.slice(half + 1);
  const backwards = reversed(word).slice(0, word.length - half);
  const [forward, backward, middle] = await Promise.all([
    index.spellings("forward", word.slice(0, half), MOST_SHARDS),
    index.spellings("backward", backwards, MOST_SHARDS),
    // Two letters swapped across the middle spoil both halves, but leave only one candidate.
    index.spellings("forward", swapped, 1),
  ]);
  return [...new Map([...forward, ...backward.map(([word, rank]) => [reversed(word), rank]), ...middle])];
}

/** The order in which neighbours are tried; infinite for words that are none. */
function unlikeliness(word, candidate) {
  if (differByClitic(word, candidate)) return 0;
  if (isOneSlip(word, candidate)) return hasOtherLetter(word, candidate) ? 2 : 1;
  const whole = BEFORE.map((before) => before + candidate).find((form) => isOneSlip(word, form));
  return whole === undefined ? Infinity : hasOtherLetter(word, whole) ? 3 : 2;
}

function differByClitic(word, candidate) {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  return long.length === short.length + 1 && long.endsWith(short) && CLITIC.test(long[0]);
}

/**
 * Tell whether two words are one slip apart.
 *
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", Communications of
 * the ACM 7 (1964): a letter inserted, left out or replaced, or two neighbours swapped.
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
export function isOneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}

function reversed(word) {
  return [...word].reverse().join("");
}

function byRank(one, other) {
  return other.rank - one.rank || (one.word < other.word ? -1 : 1);
}

function hasOtherLetter(word, candidate) {
  if (word.length !== candidate.length) return false;
  const pairs = Array.from(word, (letter, place) => [letter, candidate[place]]);
  const different = pairs.filter(([letter, other]) => letter !== other);
  return different.length === 1 && !ALIKE.some((row) => different[0].every((letter) => row.includes(letter)));
}

/** The number of letters to insert, leave out or replace between two words (V. I. Levenshtein, 1966). */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length];
}
