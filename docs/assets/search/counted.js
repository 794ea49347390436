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
// The numbering systems of Unicode CLDR: `latn` is 0–9, `arab` ٠–٩.
const system = document.querySelector("meta[name=numbering-system]")?.content ?? "latn";
const numbers = new Intl.NumberFormat(`ar-u-nu-${system}`);
const years = new Intl.NumberFormat(`ar-u-nu-${system}`, { useGrouping: false });

/**
 * Write a number in the site's figures, thousands grouped.
 * @param {number} number
 * @returns {string} `1,234` or `١٬٢٣٤`.
 */
export const grouped = (number) => numbers.format(number);

/**
 * Write a year in the site's figures, never grouped.
 * @param {string} year In ASCII digits.
 * @returns {string} `2026` or `٢٠٢٦`.
 */
export const yearName = (year) => years.format(Number(year));

/**
 * Say how many there are, with the noun in agreement.
 *
 * Source: Unicode CLDR, supplemental/plurals.xml, cardinal rules for `ar`, which every browser carries.
 * @param {number} number Not negative.
 * @param {Noun} noun
 * @returns {string} `نتيجتان`, `3 نتائج`, `1,234 نتيجة`, `١٬٢٣٤ نتيجة`.
 */
export function counted(number, noun) {
  const form = noun[rules.select(number)];
  return number < 3 ? form : `${grouped(number)} ${form}`;
}
