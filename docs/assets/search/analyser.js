/**
 * The search analyser: from a text to the terms by which it is found.
 *
 * The same as `build_hooks/arabic/analyser.py`, where the rules and their sources are explained;
 * `tests/golden/analyser/vectors.json` ties the two.
 */

import { STOP_WORDS } from "./stop-words.js";

/**
 * A word or number of a text.
 * @typedef {object} Token
 * @property {string} term What it is found by; a stop word's first spelling in the list, without hamza, but with its ى and ة.
 * @property {number} start Offset of its first character in the text, in UTF-16 code units.
 * @property {number} end Offset behind its last character.
 * @property {boolean} isStop Whether it says little alone.
 */

// The ranges of build_hooks/arabic/marks.py.
const TASHKEEL_FORMS = "\\ufc5e-\\ufc63\\ufcf2-\\ufcf4\\ufe70-\\ufe7f";
const TASHKEEL = `\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u0898-\\u089f\\u08ca-\\u08ff${TASHKEEL_FORMS}`;
const INVISIBLE =
  "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f" +
  "\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}";
const ACCENTS = "\\u0300-\\u036f";
const LETTER = "[\\p{L}\\p{Nl}\\p{No}]";

const DROP_FORMS = new RegExp(`[${TASHKEEL_FORMS}]+`, "gu");
const DROP_UNREAD = new RegExp(`[\\u0640${TASHKEEL}${INVISIBLE}]+`, "gu");
const DROP_ACCENTS = new RegExp(`[${ACCENTS}${TASHKEEL}]+`, "gu");
const WRITTEN = new RegExp(
  "\\p{Nd}{1,3}(?:[,٬،]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+" +
    `|${LETTER}+(?:[${ACCENTS}${TASHKEEL}${INVISIBLE}]+${LETTER}*)*`,
  "gu",
);
const FOLDED = new RegExp(`\\p{Nd}+|${LETTER}+`, "gu");
const SEPARATORS = /[,٬،]/g;

/** @param {string} from @param {string} to */
const table = (from, to) => new Map([...from].map((letter, place) => [letter, [...to][place]]));
const SHAPES = table("ٱکڪیہھەۀۂۃ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اككيهههههة01234567890123456789");
const TO_SHAPES = new RegExp(`[${[...SHAPES.keys()].join("")}]`, "g");
const LETTERS = table("أإآىةؤئ", "ااايهءء");

const ARTICLE =
  /^(?!(?:ال|وال)له$|والد(?:[هي]|ها|ته|تها|تي|هم|هما|ين|ان|نا)?$)(?:ال(?=..)|[وف]?(?:[بك]?ال|لل)(?=...))/su;
const FUTURE = /^س(?=[يتنا])/;
const SHORTEST_AFTER_CLITIC = 3;

// Light10, as in build_hooks/arabic/stems.py.
const ARTICLES = ["ال", "وال", "بال", "كال", "فال", "لل"];
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/** @type {Map<string, {term: string, isStop: boolean}[]>} */
const analysed = new Map();
const MOST_ANALYSED = 50000;

const stopWords = readStopWords();

/**
 * Fold a word for search: what is written differently and read alike becomes one.
 * @param {string} word
 * @returns {string}
 */
export function searchFold(word) {
  return toTerm(shape(word));
}

/**
 * Give the words and numbers of a text in order.
 * @param {string} text As written.
 * @returns {Token[]}
 */
export function tokenise(text) {
  const tokens = [];
  for (const { 0: written, index } of text.matchAll(WRITTEN)) {
    for (const { term, isStop } of terms(written)) {
      tokens.push({ term, start: index, end: index + written.length, isStop });
    }
  }
  return tokens;
}

/**
 * Give a term without its article, and without the clitics before that.
 * @param {string} term A folded word, no stop word.
 * @returns {string}
 */
export function core(term) {
  return term.replace(ARTICLE, "");
}

/**
 * Give what may be the word proper behind و ف ب ك ل س; only a collection's words can tell.
 * @param {string} term A folded word, no stop word.
 * @returns {string[]} Cores of three letters or more, that behind one clitic first.
 */
export function afterClitics(term) {
  const readings = /^[وف]/.test(term) ? [term.slice(1)] : [];
  for (const reading of [term, ...readings]) {
    if (/^[بكل]/.test(reading) || FUTURE.test(reading)) readings.push(reading.slice(1));
  }
  const cores = new Set(readings.map(core));
  return [...cores].filter((word) => letters(word) >= SHORTEST_AFTER_CLITIC && word !== core(term));
}

/**
 * Take the article, «and» and the commonest endings from a word, by light10.
 * @param {string} word A folded word.
 * @returns {string}
 */
export function lightStem(word) {
  let stem = withoutPrefix(word);
  for (const suffix of SUFFIXES) {
    if (stem.endsWith(suffix) && letters(stem) - suffix.length >= 2) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

/** @param {string} word */
function withoutPrefix(word) {
  const article = ARTICLES.find((prefix) => word.startsWith(prefix) && letters(word) - prefix.length >= 2);
  if (article) return word.slice(article.length);
  return word.startsWith("و") && letters(word) >= 4 ? word.slice(1) : word;
}

/**
 * Count the letters of a word.
 * @param {string} word
 * @returns {number}
 */
export function letters(word) {
  return [...word].length;
}

/** The first spelling of each stop word, by all spellings; without its hamza, as many leave it out. */
function readStopWords() {
  const words = new Map();
  const bare = new Map();
  for (const line of STOP_WORDS.split("\n").filter((some) => some && !some.startsWith("#"))) {
    const shapes = line.split(" ").map(shape);
    const first = withoutHamza(shapes[0]);
    for (const spelling of shapes) {
      words.set(spelling, first);
      bare.set(withoutHamza(spelling), first);
    }
  }
  return new Map([...bare, ...words]);
}

/** @param {string} word */
function withoutHamza(word) {
  return word.replace(/[أإآ]/g, "ا");
}

/** @param {string} word */
function shape(word) {
  const composed = word.replace(DROP_FORMS, "").normalize("NFKC").replace(DROP_UNREAD, "");
  const shaped = composed.replace(TO_SHAPES, (letter) => SHAPES.get(letter));
  return shaped.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** @param {string} shaped */
function toTerm(shaped) {
  return shaped
    .replace(/[أإآىةؤئ]/g, (letter) => LETTERS.get(letter))
    .normalize("NFKD")
    .replace(DROP_ACCENTS, "");
}

/** @param {string} written */
function terms(written) {
  let found = analysed.get(written);
  if (!found) {
    const shaped = shape(written.replace(SEPARATORS, ""));
    const behind = /^[وف]/.test(shaped) && letters(shaped) > SHORTEST_AFTER_CLITIC ? shaped.slice(1) : undefined;
    const stopWord = stopWords.get(shaped) ?? stopWords.get(behind);
    found = stopWord
      ? [{ term: stopWord, isStop: true }]
      : (toTerm(shaped).match(FOLDED) ?? []).map((term) => ({ term, isStop: false }));
    if (analysed.size >= MOST_ANALYSED) analysed.clear();
    analysed.set(written, found);
  }
  return found;
}
