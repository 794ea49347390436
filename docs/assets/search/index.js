/** The index as it lies on the server: which file holds what, and what is in it. */

const FORMAT = 3;

/**
 * @typedef {Map<number, number>} Frequencies For each document the frequency of a word in it, normalised.
 * @typedef {object} Core A word without clitics, and where it stands.
 * @property {number} frequency How many documents have it.
 * @property {Frequencies} documents Those where it counts most.
 * @property {number | undefined} rest The number of the file that has them all, where these are not all.
 * @typedef {Map<string, Core>} Entry The cores of one stem.
 * @typedef {{key: string, label: string, documents: Uint32Array}} List Documents that share a keyword, tag or year.
 * @typedef {object} Document
 * @property {string} url Relative to the site's root.
 * @property {string} title
 * @property {number | null} year
 * @property {string[]} tags
 * @property {string[]} keywords
 * @property {[text: string, anchor: string | null][]} passages
 * @property {string[]} headings
 * @property {string[]} credits Author and source.
 */

/** A file of the index is gone: another build has taken its place. */
export class MissingFileError extends Error {}

/** Reads the files of one build's index, each once. */
export class Index {
  #folder;
  #directory;
  #files = new Map();

  /**
   * @param {URL} folder Where the files are.
   * @param {object} directory What `index.json` says.
   */
  constructor(folder, directory) {
    this.#folder = folder;
    this.#directory = directory;
    this.size = directory.documents;
  }

  /**
   * Open the index of the site at `base`.
   * @param {URL} base The site's root, with a final slash.
   * @returns {Promise<Index>}
   * @throws {Error} There is no index that this client can read.
   */
  static async open(base) {
    const url = new URL("assets/search/index.json", base);
    const directory = JSON.parse(new TextDecoder().decode(await read(url, "no-cache")));
    if (directory.format !== FORMAT) throw new Error(`${url} has format ${directory.format}, not ${FORMAT}`);
    return new Index(new URL(`${directory.folder}/`, url), directory);
  }

  /**
   * @param {string} stem
   * @returns {Promise<Entry>} Empty where no word has the stem.
   */
  async entry(stem) {
    const shard = await this.#shardOf("words", stem, (bytes) => parseWords(bytes, this.#directory.frequencies));
    return shard?.get(stem) ?? new Map();
  }

  /**
   * @param {Core} core
   * @returns {Promise<Iterable<number>>} All documents that have it.
   */
  async allDocuments(core) {
    if (core.rest === undefined) return core.documents.keys();
    return this.#file(`rest-${core.rest}`, (bytes) => readDeltas(new Reader(bytes), bytes.length));
  }

  /**
   * @param {string} key Field and folded value.
   * @returns {Promise<List | undefined>}
   */
  async list(key) {
    const shard = await this.#shardOf("filters", key, parseLists);
    return shard?.get(key);
  }

  /** @returns {Promise<List[]>} What results are counted by. */
  async facets() {
    return this.#directory.filters.length ? [...(await this.#file("facets-0", parseLists)).values()] : [];
  }

  /**
   * @param {number} number
   * @returns {Promise<Document>}
   */
  async document(number) {
    const stretches = this.#directory.texts;
    const batch = lastUpTo(stretches.map(([start]) => start), number);
    const [first, perFile] = stretches[batch];
    const documents = await this.#file(`texts-${batch}-${Math.floor((number - first) / perFile)}`, parseTexts);
    return documents[(number - first) % perFile];
  }

  /**
   * Give the words of the collection that begin with `letters`, or, spelt backwards, those that end with them.
   * @param {"forward" | "backward"} direction
   * @param {string} letters In that direction.
   * @param {number} mostShards
   * @returns {Promise<[word: string, rank: number][]>} A rank grows with how many documents have the word.
   */
  async spellings(direction, letters, mostShards) {
    const keys = this.#directory[direction];
    const first = Math.max(0, lastUpTo(keys, letters));
    const numbers = [];
    for (let number = first; number < keys.length && numbers.length < mostShards; number++) {
      if (number > first && !keys[number].startsWith(letters)) break;
      numbers.push(number);
    }
    const shards = await Promise.all(
      numbers.map((number) => this.#file(`${direction}-${number}`, (bytes) => parseSpellings(bytes, keys[number]))),
    );
    return shards.flat().filter(([word]) => word.startsWith(letters));
  }

  /** The shard that has `key` if any has it. */
  #shardOf(name, key, parse) {
    const number = lastUpTo(this.#directory[name], key);
    return number < 0 ? undefined : this.#file(`${name}-${number}`, parse);
  }

  #file(name, parse) {
    if (!this.#files.has(name)) {
      const loading = read(new URL(`${name}.bin`, this.#folder)).then(inflate).then(parse);
      // What failed, as when the reader was offline, is tried again next time.
      loading.catch(() => this.#files.delete(name));
      this.#files.set(name, loading);
    }
    return this.#files.get(name);
  }
}

/** The place of the last of the sorted `keys` that is not behind `key`; -1 for none. */
function lastUpTo(keys, key) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

async function read(url, cache = "default") {
  if (url.protocol === "file:") {
    // Only Node comes here, whose fetch does not read files.
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  const answer = await fetch(url, { cache });
  if (answer.status === 404) throw new MissingFileError(`${url} is missing`);
  if (!answer.ok) throw new Error(`${url} is answered with ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint() {
    let number = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.bytes[this.at++];
      number |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return number >>> 0;
  }

  text(length) {
    return new TextDecoder().decode(this.bytes.subarray(this.at, (this.at += length)));
  }

  /** @returns {string[][]} The fields of each line of a shard. */
  lines() {
    return this.text(this.varint())
      .split("\n")
      .map((line) => line.split("\t"));
  }
}

function readDeltas(reader, end) {
  const numbers = [];
  let number = 0;
  while (reader.at < end) numbers.push((number += reader.varint()));
  return Uint32Array.from(numbers);
}

/** Most entries of a shard are never asked for: each is read when it is. */
function parseWords(bytes, [lowest, step]) {
  const frequencies = Array.from({ length: 16 }, (_, level) => lowest * step ** level);
  const reader = new Reader(bytes);
  const places = new Map();
  for (const [stem, length, ...cores] of reader.lines()) {
    places.set(stem, { at: reader.at, cores });
    reader.at += Number(length);
  }
  const entries = new Map();
  return {
    /** @param {string} stem */
    get(stem) {
      const place = places.get(stem);
      if (place && !entries.has(stem)) entries.set(stem, readEntry(bytes, stem, place, frequencies));
      return entries.get(stem);
    },
  };
}

function readEntry(bytes, stem, { at, cores }, frequencies) {
  const reader = new Reader(bytes, at);
  const entry = new Map();
  for (const field of cores) {
    const [core, postings, frequency, rest] = field.split(" ");
    entry.set(core.replace("~", stem), {
      frequency: Number(frequency ?? postings),
      documents: readPostings(reader, Number(postings), frequencies),
      rest: rest && Number(rest),
    });
  }
  return entry;
}

/** A document may stand in a row several times; its frequencies add up. */
function readPostings(reader, count, frequencies) {
  const numbers = new Uint32Array(count);
  for (let place = 0, number = 0; place < count; place++) numbers[place] = number += reader.varint();
  const documents = new Map();
  for (const number of numbers) {
    documents.set(number, (documents.get(number) ?? 0) + frequencies[reader.bytes[reader.at++]]);
  }
  return documents;
}

function parseLists(bytes) {
  const reader = new Reader(bytes);
  return new Map(
    reader.lines().map(([key, length, label]) => {
      return [key, { key, label, documents: readDeltas(reader, reader.at + Number(length)) }];
    }),
  );
}

/** ASCII's own separators part records, groups and units. */
function parseTexts(bytes) {
  const records = new TextDecoder("windows-1256").decode(bytes).split("\x1e");
  return records.map((record) => {
    const groups = record.split("\x1d").map((group) => (group ? group.split("\x1f").map(unescaped) : []));
    const [[url], [title = ""], [year], tags, keywords, parts, headings = [], credits = []] = groups;
    const passages = [];
    for (let place = 0; place < parts.length; place += 2) passages.push([parts[place], parts[place + 1] || null]);
    return { url, title, year: year ? Number(year) : null, tags, keywords, passages, headings, credits };
  });
}

/** What windows-1256 lacks is written as UTF-16 code units. */
function unescaped(text) {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

function parseSpellings(bytes, first) {
  let before = first;
  return new Reader(bytes).lines().map(([line], place) => {
    if (place) before = before.slice(0, parseInt(line[0], 16)) + line.slice(2);
    return [before, Number(line[1])];
  });
}
