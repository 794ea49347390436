/** Words that stand side by side. */

/** @typedef {import("./analyser.js").Token} Token */

const CLITICS = /^(?:[وف]?[بكلس]?)$/;

/**
 * Tell whether a text has a phrase: its words in their order, the first one maybe behind a clitic.
 * @param {Token[]} tokens The text's.
 * @param {Token[]} phrase
 * @returns {boolean}
 */
export function hasPhrase(tokens, phrase) {
  return tokens.some(
    (token, place) =>
      isFirst(token, phrase[0]) &&
      phrase.every((word, offset) => offset === 0 || isSame(tokens[place + offset], word)),
  );
}

function isSame(token, word) {
  return token?.term === word.term && token.isStop === word.isStop;
}

function isFirst(token, word) {
  if (isSame(token, word)) return true;
  if (token.isStop || word.isStop) return false;
  const { term } = token;
  if (term.endsWith(word.term) && CLITICS.test(term.slice(0, -word.term.length))) return true;
  // Behind ل, the article loses its alef: للحرب.
  return word.term.startsWith("ال") && /^[وف]?لل/.test(term) && term.replace(/^[وف]?لل/, "ال") === word.term;
}
