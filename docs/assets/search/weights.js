/**
 * What counts how much. Chosen on one half of the questions that tests/benchmarks/search_quality.py asks, checked on
 * the other.
 */
export const WEIGHTS = {
  /** BM25's k1: how soon more occurrences make no difference. */
  saturation: 2.5,
  /** A word itself, its article and clitics aside. */
  core: 0.7,
  /** Any word of its stem. */
  stem: 0.3,
  /** What follows the clitics of a word that the collection does not know. */
  clitic: 0.9,
  /** A word that only a clitic tells from an unknown one, or that begins as an unfinished one does. */
  form: 0.8,
  /** A word one slip away. */
  slip: 0.5,
  /** The nearest word where none is so near. */
  distant: 0.4,
  /** A guess at a rare word rather than an unknown one. */
  doubt: 0.5,
  /** A word that the index is not asked about. */
  stop: 0.2,

  /** What a document gains that has all words, its best passage, words in their order, and all of them to the letter. */
  coverage: 1,
  passage: 0.7,
  order: 0.3,
  exact: 0.6,

  /** Words of the stretch that a passage is judged by. */
  window: 20,
  /** Documents that have so few others beside them make a word rare. */
  rare: 2,
  /** Documents whose text is read to judge them. */
  reranked: 10,
  /** Words that are looked up, those that are guessed at, and the guesses at all of them. */
  mostWords: 10,
  mostUnknown: 2,
  mostGuesses: 8,
};
