// node ask.mjs SEARCH_JS BASE < queries.json: put each query to a fresh copy of the module, then again.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [module, base] = process.argv.slice(2);
const load = globalThis.fetch;
let transferred = 0;
globalThis.fetch = async (...request) => {
  const answer = await load(...request);
  const bytes = Buffer.from(await answer.clone().arrayBuffer());
  transferred += String(request[0]).endsWith(".json") ? gzipSync(bytes, { level: 6 }).length : bytes.length;
  return answer;
};

const answers = [];
for (const [number, query] of JSON.parse(readFileSync(0, "utf8")).entries()) {
  // The address makes it a module of its own, which has nothing in memory yet.
  const { search } = await import(`${pathToFileURL(module)}?${number}`);
  transferred = 0;
  const start = performance.now();
  const results = await search(query, { base, limit: 10 });
  const cold = performance.now() - start;
  const again = performance.now();
  const loaded = transferred;
  await search(query, { base, limit: 10 });
  const warm = performance.now() - again;
  answers.push({ query, urls: results.map(({ url }) => url), cold, warm, transferred: loaded });
}
process.stdout.write(JSON.stringify(answers));
