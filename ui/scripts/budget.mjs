// The script of the first view stays under 300 kB compressed; a build that breaks this fails and says by how much.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT = 300_000;
const assets = join(import.meta.dirname, "../dist/assets");
const page = readFileSync(join(assets, "../index.html"), "utf8");
const first = readdirSync(assets).filter((name) => name.endsWith(".js") && page.includes(name));
const size = first.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
if (first.length === 0) throw new Error("index.html names no script: the build is not complete.");
if (size > LIMIT) throw new Error(`The first view's script is ${size} bytes compressed, the budget ${LIMIT}: load something on demand.`);
process.stdout.write(`first view: ${size} bytes of script, compressed (budget ${LIMIT})\n`);
