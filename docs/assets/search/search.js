/**
 * Search in a site that Nashir made: BM25 over an index in small files, no server.
 *
 * Source of the scoring: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
 */

import { core, searchFold, tokenise } from "./analyser.js";
import { Index, MissingFileError } from "./index.js";
import { bestPassage, exactness, excerpt, markWords, textsBeside, toHtml, tokensOf } from "./passages.js";
import { hasPhrase } from "./phrases.js";
import { parseQuery } from "./query.js";
import { WEIGHTS } from "./weights.js";
import { documentsWith, guess, keyOf, lookUp, stemOf } from "./words.js";

/**
 * @typedef {object} Result
 * @property {string} url Relative to the site's root.
 * @property {string} title As written.
 * @property {string} excerpt HTML: the best passage, escaped, the matched words in `<mark>`.
 * @property {number} score
 * @property {string | null} anchor The `id` of the passage's element in the page.
 * @property {number | null} year
 * @property {import("./passages.js").Part[]} titleParts
 * @property {import("./passages.js").Part[]} excerptParts
 *
 * @typedef {object} Answer
 * @property {Result[]} results The best first.
 * @property {number} count How many documents match.
 * @property {{field: "k" | "t" | "y", label: string, count: number}[]} facets
 * @property {boolean} isLoose Whether no document has the phrases, so that they were taken as words.
 * @property {string | null} suggestion The query in the nearest spelling, where a word of it is unknown.
 */

/** The site's root, as seen from this file. */
const HOME = new URL("../../", import.meta.url);

/** Documents whose texts are read at most, to show them or to find those that have a phrase. */
const MOST_READ = 200;

/** @type {Map<string, Promise<Index>>} */
const indexes = new Map();

/**
 * Search.
 * @param {string} query As typed; see `parseQuery`.
 * @param {{limit?: number, base?: string | URL}} [options] How many results at most, and the site's root.
 * @returns {Promise<Result[]>} The best first; empty for an empty query.
 * @throws {Error} The index cannot be reached.
 */
export async function search(query, options = {}) {
  return (await answer(query, options)).results;
}

/**
 * Search, and say what a search page shows beside the results.
 * @param {string} query
 * @param {{limit?: number, base?: string | URL, isUnfinished?: boolean, withFacets?: boolean}} [options]
 *   `isUnfinished`: the last word may still be typed.
 * @returns {Promise<Answer>}
 */
export async function answer(query, { base = HOME, ...options } = {}) {
  const root = new URL(base, import.meta.url);
  try {
    return await answerFrom(await indexAt(root), query, options);
  } catch (error) {
    if (!(error instanceof MissingFileError)) throw error;
    // The site was published anew since the index was opened.
    indexes.delete(root.href);
    return answerFrom(await indexAt(root), query, options);
  }
}

function indexAt(root) {
  if (!indexes.has(root.href)) {
    const opening = Index.open(root);
    opening.catch(() => indexes.delete(root.href));
    indexes.set(root.href, opening);
  }
  return indexes.get(root.href);
}

async function answerFrom(index, text, options, query = parseQuery(text)) {
  const { limit = 10, isUnfinished = false, withFacets = false } = options;
  if (isEmpty(query)) return { results: [], count: 0, facets: [], suggestion: null, isLoose: false };
  const [words, left] = await Promise.all([
    lookUpAll(index, query.words, isUnfinished),
    documentsLeft(index, query),
  ]);
  const { best, isFound, count } = rank(words, left, Math.max(limit, MOST_READ));
  const found = await choose(index, best, words, query, limit);
  // A question with a name in quotes is still a question where nobody writes the name so.
  if (!found.length && query.phrases.length && hasMoreThanPhrases(query)) {
    return { ...(await answerFrom(index, text, options, { ...query, phrases: [] })), isLoose: true };
  }
  return {
    results: found.map((choice) => show(choice, words)),
    count: query.phrases.length ? found.length : count,
    facets: withFacets ? await countFacets(index, isFound) : [],
    suggestion: await suggest(index, text, query.words, words),
    isLoose: false,
  };
}

function hasMoreThanPhrases({ words, phrases }) {
  const inPhrases = new Set(phrases.flat());
  return words.some((word) => !word.isStop && !inPhrases.has(word));
}

function isEmpty({ words, excluded, filters, excludedFilters }) {
  return !(words.length || excluded.length || filters.length || excludedFilters.length);
}

async function lookUpAll(index, tokens, isUnfinished) {
  const hasContent = tokens.some((token) => !token.isStop);
  const asked = hasContent ? tokens : tokens.flatMap(withName);
  const unique = [...new Map(asked.map((token) => [keyOf(token), token])).values()];
  const content = unique.filter((token) => !token.isStop);
  const wanted = new Set(rarest(hasContent ? content : unique));
  const words = await Promise.all(
    unique.map((token) => (wanted.has(token) ? lookUp(index, token) : unlookedFor(token))),
  );
  await Promise.all(
    doubtful(words).map((word, _, { length }) =>
      guess(index, word, {
        isUnfinished: isUnfinished && word === words.at(-1),
        most: Math.ceil(WEIGHTS.mostGuesses / length),
      }),
    ),
  );
  for (const [place, word] of words.entries()) word.isMarked = !unique[place].isStop || !hasContent;
  return words;
}

/** Whoever asks for a stop word alone may mean a name in another spelling: علي by على. */
function withName(token) {
  const name = searchFold(token.term);
  return name === token.term ? [token] : [token, { ...token, term: name, isStop: false }];
}

/** The words that may have been meant otherwise, unknown ones first. */
function doubtful(words) {
  const rare = words.filter((word) => word.isRare);
  return rare.sort((one, other) => one.isKnown - other.isKnown).slice(0, WEIGHTS.mostUnknown);
}

/** Each word loads a file. Of very many, the longest ones tell most: long words are rare. */
function rarest(tokens) {
  return [...tokens].sort((one, other) => other.term.length - one.term.length).slice(0, WEIGHTS.mostWords);
}

/** Beside words that tell more, a word only helps to choose the passage: no file is fetched for it. */
function unlookedFor(token) {
  return {
    term: token.term,
    matches: [],
    weight: WEIGHTS.stop,
    cores: new Map([[keyOf(token), 1]]),
    stems: new Map(),
    isKnown: true,
    isRare: false,
  };
}

/** Which documents filters, phrases and exclusions leave: 1 for each that may be shown. */
async function documentsLeft(index, { phrases, excluded, filters, excludedFilters }) {
  const years = filters.filter(({ field }) => field === "y");
  const [others, ofYears, excludedLists, ofPhrases, excludedWords] = await Promise.all([
    listsOf(index, filters.filter(({ field }) => field !== "y")),
    listsOf(index, years),
    listsOf(index, excludedFilters),
    Promise.all(phrases.flatMap(wordsToLookFor).map((token) => documentsWith(index, token))),
    Promise.all(excluded.filter(({ length }) => length === 1).map(([token]) => documentsWith(index, token))),
  ]);
  const left = new Uint8Array(index.size).fill(1);
  const keep = (documents) => {
    const kept = new Set(documents);
    left.forEach((_, number) => kept.has(number) || (left[number] = 0));
  };
  [...others, ...ofPhrases].forEach(keep);
  // An article has one year: of several, any will do.
  if (years.length) keep(ofYears.flatMap((documents) => [...documents]));
  for (const documents of [...excludedLists, ...excludedWords]) {
    for (const number of documents) left[number] = 0;
  }
  return left;
}

function listsOf(index, filters) {
  return Promise.all(
    filters.map(async ({ field, value }) => (await index.list(field + value))?.documents ?? []),
  );
}

/** A phrase's stop words are in too many documents to tell anything, unless it has no other words. */
function wordsToLookFor(phrase) {
  const content = phrase.filter(({ isStop }) => !isStop);
  return content.length ? content : phrase;
}

/**
 * Rank the documents that are left; where there are no words to rank by, they keep their order.
 * @returns {{best: {number: number, score: number}[], isFound: Uint8Array, count: number}} The `most` best, and which documents are found at all.
 */
function rank(words, left, most) {
  const size = left.length;
  const { scores, covered } = add(words, size);
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const isFound = new Uint8Array(size);
  let count = 0;
  for (let number = 0; number < size; number++) {
    if (!left[number] || (words.length && !scores[number])) continue;
    isFound[number] = 1;
    count++;
    scores[number] = words.length ? scores[number] * (1 + (WEIGHTS.coverage * covered[number]) / total) : 1;
  }
  return { best: highest(scores, isFound, most), isFound, count };
}

/** Sorting numbers takes far less time than sorting objects, of which most are never looked at. */
function highest(scores, isFound, most) {
  const sorted = scores.filter((_, number) => isFound[number]).sort();
  const lowest = sorted.at(-most) ?? -Infinity;
  const best = [];
  scores.forEach((score, number) => {
    if (isFound[number] && score >= lowest) best.push({ number, score });
  });
  return best.sort(byScore).slice(0, most);
}

function add(words, size) {
  const scores = new Float64Array(size);
  const covered = new Float64Array(size);
  for (const { matches, weight: most } of words) {
    const gained = new Map();
    for (const { weight, documents } of matches) {
      for (const [number, frequency] of documents) {
        scores[number] += (weight * frequency * (WEIGHTS.saturation + 1)) / (frequency + WEIGHTS.saturation);
        gained.set(number, Math.min(most, (gained.get(number) ?? 0) + weight));
      }
    }
    for (const [number, weight] of gained) covered[number] += weight;
  }
  return { scores, covered };
}

function byScore(one, other) {
  return other.score - one.score || one.number - other.number;
}

/** Read the texts of the best, so many at a time whatever the limit is, and let their passages decide. */
async function choose(index, best, words, query, limit) {
  const step = WEIGHTS.reranked;
  const found = [];
  for (let from = 0; from < best.length && found.length < limit; from += step) {
    const some = await Promise.all(
      best.slice(from, from + step).map(async ({ number, score }) => {
        const document = await index.document(number);
        const passage = bestPassage(document, words, query.phrases);
        return { number, document, passage, score: score * (1 + WEIGHTS.passage * passage.value + WEIGHTS.exact * exactness(document, words)) };
      }),
    );
    found.push(...some.filter(({ document }) => satisfies(document, query)).sort(byScore));
  }
  return found.slice(0, limit);
}

function satisfies(document, { phrases, excluded }) {
  const unwanted = excluded.filter(({ length }) => length > 1);
  if (!phrases.length && !unwanted.length) return true;
  const texts = [...tokensOf(document), ...textsBeside(document).map(tokenise)];
  const has = (phrase) => texts.some((tokens) => hasPhrase(tokens, phrase));
  return phrases.every(has) && !unwanted.some(has);
}

async function countFacets(index, isFound) {
  return (await index.facets())
    .map(({ key, label, documents }) => ({
      field: key[0],
      label,
      count: documents.reduce((sum, number) => sum + isFound[number], 0),
    }))
    .filter(({ count }) => count)
    .sort((one, other) => other.count - one.count);
}

/** Put guesses in the place of words of which nothing is known, as a text writes them. */
async function suggest(index, text, tokens, words) {
  let suggestion = null;
  for (const { start, end, term, isStop } of [...tokens].reverse()) {
    const word = isStop ? undefined : words.find((some) => some.term === term && some.guess);
    if (!word) continue;
    const article = text.slice(start, end).slice(0, term.length - core(term).length);
    suggestion ??= text;
    suggestion = suggestion.slice(0, start) + article + (await written(index, word.guess)) + suggestion.slice(end);
  }
  return suggestion;
}

/** A core as a text has it: with its hamza, ة and ى. */
async function written(index, guess) {
  const [[number] = []] = (await index.entry(stemOf(guess))).get(guess).documents;
  const document = await index.document(number);
  const texts = [...document.passages.map(([text]) => text), ...textsBeside(document)];
  for (const text of texts) {
    for (const { start, end, term } of tokenise(text)) {
      const letters = text.slice(start, end);
      // Where letters and terms are of one length, no marks stand between.
      if (term.endsWith(guess) && letters.length === term.length) return letters.slice(-guess.length);
    }
  }
  return guess;
}

function show({ document, passage, score }, words) {
  const excerptParts = excerpt(passage, words);
  return {
    url: document.url,
    title: document.title,
    excerpt: toHtml(excerptParts),
    score,
    anchor: passage.anchor,
    year: document.year,
    titleParts: markWords(document.title, words),
    excerptParts,
  };
}
