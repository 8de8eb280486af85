// ton-lite-client reads and writes the same values of lite_api: `judge.mjs SAMPLE`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Codecs, Functions } = require("ton-lite-client/dist/schema.js");
const { TLReadBuffer, TLWriteBuffer } = require("ton-tl");

/** Our value as ton-lite-client's: names in camel case, bytes as buffers. */
function theirs(ours, read) {
  if (Array.isArray(read)) return ours.map((one, at) => theirs(one, read[at]));
  if (Buffer.isBuffer(read)) return Buffer.from(ours, "hex");
  if (read !== null && typeof read === "object") {
    const found = {};
    for (const [key, value] of Object.entries(ours)) {
      const name = key === "_" ? "kind" : key.replace(/_([a-z0-9])/g, (_, char) => char.toUpperCase());
      found[name] = key === "_" ? value : theirs(value, read[name]);
    }
    for (const [key, value] of Object.entries(read)) {
      if (value === null || (value === false && !(key in found))) found[key] = value;
    }
    return found;
  }
  return ours;
}

const sameJson = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value) => {
  if (Buffer.isBuffer(value)) return value.toString("hex");
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};

/** The cause of a difference, if it is known. `again` is what ton-lite-client writes, if it reads the value. */
function cause(row, again) {
  const codec = Codecs[row.name.replaceAll(".", "_")];
  if (/"liteServer\.(signatureSet\.|transactionMetadata")/.test(JSON.stringify(row.json))) {
    return "ton-lite-client: its lite_api is older, with one `signatureSet` and no metadata of transactions";
  }
  if (/\? decoder\.readBool\(\) : null/.test(String(codec.decode))) {
    return "ton-lite-client: a flag `true` is read and written as a `Bool`";
  }
  if (row.name === "liteServer.getValidatorStats" && again?.subarray(4).toString("hex") === row.bytes.slice(8)) {
    return "ton-lite-client: an id that the schema states is computed instead";
  }
  if (hasEmptyOption(row)) {
    return "ton-lite-client: an optional 0, false or empty text is left out although its bit is set";
  }
  return undefined;
}

/** Whether a part that the codec writes only if it is truthy is falsy. */
function hasEmptyOption(row) {
  const source = String(Codecs[row.name.replaceAll(".", "_")].encode);
  const optional = [...source.matchAll(/!!src\.(\w+)/g)].map((match) => match[1]);
  const camel = (key) => key.replace(/_([a-z0-9])/g, (_, char) => char.toUpperCase());
  return Object.entries(row.json).some(([key, value]) => optional.includes(camel(key)) && (value === 0 || value === false || value === "" || value === "0"));
}

/** Counts a difference by its cause; one without a cause is wrong. */
function note(row, again, what) {
  const known = cause(row, again);
  if (known === undefined) {
    wrong.push(`${row.name}: ${what}\n  ${JSON.stringify(row)}`);
    return;
  }
  if (!causes.has(known)) causes.set(known, new Set());
  causes.get(known).add(row.name);
}

let same = 0;
const names = new Set();
const missing = new Set();
const causes = new Map();
const wrong = [];
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  if (line === "") continue;
  const row = JSON.parse(line);
  const codec = Codecs[row.name.replaceAll(".", "_")];
  if (!codec) {
    missing.add(row.name);
    continue;
  }
  const bytes = Buffer.from(row.bytes, "hex");
  try {
    // Codecs begin behind the id; requests write it. Reading clears the signs of int64 in the buffer.
    const read = codec.decode(new TLReadBuffer(Buffer.from(bytes.subarray(4))));
    const written = new TLWriteBuffer();
    const request = row.kind === "function" && Functions[row.name.replaceAll(".", "_")];
    if (request) request.encodeRequest(read, written);
    else codec.encode(read, written);
    const again = request ? written.build() : Buffer.concat([bytes.subarray(0, 4), written.build()]);
    const value = sameJson(theirs(row.json, read), read);
    if (value && again.equals(bytes)) {
      same += 1;
      names.add(row.name);
      continue;
    }
    note(row, again, `${value ? "other bytes" : "another value"}\n  ${again.toString("hex")}`);
  } catch (error) {
    note(row, undefined, String(error));
  }
}
console.log(`ton-lite-client: ${same} values of ${names.size} combinators are the same`);
console.log(`  not in it: ${[...missing].join(", ")}`);
for (const [cause, places] of causes) console.log(`  ${cause}: ${places.size} combinators`);
for (const line of wrong.slice(0, 10)) console.log(`WRONG ${line.slice(0, 1200)}`);
process.exit(wrong.length === 0 ? 0 : 1);
