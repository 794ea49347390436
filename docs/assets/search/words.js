/** What the index knows about a word of a query. */

import { afterClitics, core, lightStem } from "./analyser.js";
import { completions, nearest, neighbours } from "./spelling.js";
import { WEIGHTS } from "./weights.js";

/** Stands before a stop word in the index. */
const STOP = "!";

/** The rank of a word that eight documents have. */
const FREQUENT = 3;

/**
 * @typedef {import("./analyser.js").Token} Token
 * @typedef {import("./index.js").Index} Index
 * @typedef {object} Match Documents that have some form of a word.
 * @property {number} weight What it is worth: the form's likeness to the word times its rarity.
 * @property {import("./index.js").Frequencies} documents
 * @typedef {object} Word
 * @property {Match[]} matches
 * @property {number} weight The most that a passage earns with the word.
 * @property {Map<string, number>} cores Its forms in texts, each with its likeness to the word, 0 to 1.
 * @property {Map<string, number>} stems
 * @property {string | undefined} guess The core that it may have been meant to be, where nothing of it is known.
 * @property {boolean} isKnown Whether the collection has the word itself.
 * @property {boolean} isRare Whether so few documents have it that it may be a slip.
 * @property {boolean} isMarked Whether it is marked where it occurs.
 * @property {string} term The word as its own form in texts.
 */

/**
 * Give a token's key in the index.
 * @param {Token} token
 * @returns {string}
 */
export function keyOf({ term, isStop }) {
  return isStop ? STOP + term : core(term);
}

/**
 * Give the entry that a core stands in.
 * @param {string} key
 * @returns {string}
 */
export function stemOf(key) {
  return key.startsWith(STOP) ? key : lightStem(key);
}

/**
 * Look a word up.
 * @param {Index} index
 * @param {Token} token
 * @returns {Promise<Word>}
 */
export async function lookUp(index, token) {
  const whole = keyOf(token);
  const word = {
    term: token.term,
    matches: [],
    weight: 0,
    cores: new Map([[whole, 1]]),
    stems: new Map(),
    isKnown: false,
    isRare: false,
  };
  const entry = await index.entry(stemOf(whole));
  addEntry(index, word, entry, whole, 1);
  const frequency = entry.get(whole)?.frequency ?? 0;
  word.isRare = !token.isStop && frequency <= WEIGHTS.rare;
  if (word.isRare) await addReadings(index, word, token.term);
  return weighed(word);
}

/**
 * Add to an unknown or rare word what it may have been meant to be: to a rare one, only what is far more frequent.
 * @param {Index} index
 * @param {Word} word
 * @param {{isUnfinished: boolean, most: number}} how Whether the reader may still be typing it, and how many guesses
 *   to look up.
 */
export async function guess(index, word, { isUnfinished, most }) {
  const whole = core(word.term);
  const completed = isUnfinished && !word.isKnown ? await completions(index, whole) : [];
  const guesses = completed.length ? completed : await neighbours(index, whole);
  const chosen = guesses.filter(({ rank }) => !word.isKnown || rank >= FREQUENT).slice(0, most);
  if (!chosen.length && !word.stems.size) chosen.push(...(await nearest(index, whole)));
  const entries = await Promise.all(chosen.map((some) => index.entry(stemOf(some.word))));
  for (const [place, { word: found, likeness: nearness }] of chosen.entries()) {
    const { frequency, documents } = entries[place].get(found);
    const likeness = word.isKnown ? nearness * WEIGHTS.doubt : nearness;
    word.cores.set(found, likeness);
    word.matches.push({ weight: likeness * rarity(index, frequency), documents });
  }
  if (!completed.length && !word.stems.size) word.guess = chosen[0]?.word;
  weighed(word);
}

function weighed(word) {
  word.weight = Math.max(0, ...word.matches.map(({ weight }) => weight));
  return word;
}

/**
 * Look up where a word itself occurs, or, where it does not, what follows its clitics.
 * @param {Index} index
 * @param {Token} token
 * @returns {Promise<Iterable<number>>}
 */
export async function documentsWith(index, token) {
  const readings = token.isStop ? [] : afterClitics(token.term);
  for (const reading of [keyOf(token), ...readings]) {
    const found = (await index.entry(stemOf(reading))).get(reading);
    if (found) return index.allDocuments(found);
  }
  return [];
}

async function addReadings(index, word, term) {
  for (const reading of afterClitics(term)) {
    const entry = await index.entry(stemOf(reading));
    if (entry.has(reading)) addEntry(index, word, entry, reading, WEIGHTS.clitic);
  }
}

/** Add what an entry has of a core: the core itself and, for less, all its stem's forms. */
function addEntry(index, word, entry, wanted, likeness) {
  if (!entry.size) return;
  const forms = [...entry.values()];
  const documents = forms.length === 1 ? forms[0].documents : sum(forms);
  const frequency = Math.max(documents.size, ...forms.map((form) => form.frequency));
  word.stems.set(stemOf(wanted), likeness * WEIGHTS.stem);
  word.matches.push({ weight: WEIGHTS.stem * likeness * rarity(index, frequency), documents });
  const itself = entry.get(wanted);
  if (!itself) return;
  word.isKnown = true;
  word.cores.set(wanted, likeness);
  const weight = WEIGHTS.core * likeness * rarity(index, itself.frequency);
  word.matches.push({ weight, documents: itself.documents });
}

function sum(forms) {
  const documents = new Map();
  for (const form of forms) {
    for (const [number, frequency] of form.documents) {
      documents.set(number, (documents.get(number) ?? 0) + frequency);
    }
  }
  return documents;
}

/** The inverse document frequency of BM25, kept above 0. */
function rarity(index, frequency) {
  return Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
}
