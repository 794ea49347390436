/** What counts how much. Chosen on one half of the questions of tests/benchmarks, checked on the other. */
export const WEIGHTS = {
  saturation: 2.5,
  core: 0.7,
  stem: 0.3,
  rare: 2,
  clitic: 0.9,
  form: 0.8,
  slip: 0.5,
  distant: 0.4,
  mostGuesses: 8,
  coverage: 1,
  passage: 0.7,
  exact: 0.6,
  order: 0.3,
  stop: 0.2,
  window: 20,
  reranked: 10,
};
