/** Numbers with their nouns, as Arabic counts: the same as `build_hooks/arabic/numbers.py`. */

/**
 * A noun in the forms that it takes beside a number: the whole phrase for none, one and two, then the noun after
 * 3–10, after 11–99, and after whole hundreds.
 * @typedef {{zero: string, one: string, two: string, few: string, many: string, other: string}} Noun
 */

/** @type {Noun} */
export const RESULT = {
  zero: "لا نتائج",
  one: "نتيجة واحدة",
  two: "نتيجتان",
  few: "نتائج",
  many: "نتيجة",
  other: "نتيجة",
};

const rules = new Intl.PluralRules("ar");
const digits = new Intl.NumberFormat("en");

/**
 * Say how many there are, with the noun in agreement.
 *
 * Source: Unicode CLDR, supplemental/plurals.xml, cardinal rules for `ar`, which every browser carries.
 * @param {number} number Not negative.
 * @param {Noun} noun
 * @returns {string} `نتيجتان`, `3 نتائج`, `1,234 نتيجة`.
 */
export function counted(number, noun) {
  const form = noun[rules.select(number)];
  return number < 3 ? form : `${digits.format(number)} ${form}`;
}
