// Runs one of the tasks below, and only when something that it depends on has changed since it last went well;
// so repeated Maven builds cost a fraction of a second. Usage: node scripts/once.mjs build|check|browser
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ui = resolve(import.meta.dirname, "..");
const stamps = join(ui, "node_modules/.slipway");
const contract = "../wire/src/main/resources/openapi.yaml";
const configuration = ["package.json", "package-lock.json", ".npmrc", "tsconfig.json", "vite.config.ts", "index.html", contract];
const shipped = [...configuration, "public", "scripts", "src"];

const tasks = {
  install: { inputs: ["package.json", "package-lock.json", ".npmrc"], runs: ["npm", "ci", "--no-fund", "--no-audit", "--loglevel=error"], makes: "node_modules/vite" },
  build: { inputs: shipped, runs: ["npm", "run", "--silent", "build"], makes: "dist/index.html", clears: "target/classes/ui", after: "install" },
  check: { inputs: [...shipped, ".oxlintrc.json", ".stylelintrc.json", "e2e"], runs: ["npm", "run", "--silent", "check"], after: "install" },
  browser: { inputs: [...shipped, "e2e"], runs: ["npm", "run", "--silent", "browser"], after: "build" },
};

const name = process.argv[2];
if (!Object.hasOwn(tasks, name)) throw new Error(`Say one of ${Object.keys(tasks).join(", ")}.`);
once(name);

function once(task) {
  const { inputs, runs, makes, clears, after } = tasks[task];
  if (after !== undefined) once(after);
  const stamp = join(stamps, task);
  const now = fingerprint(inputs);
  const made = makes === undefined || existsSync(join(ui, makes));
  if (made && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  // Files carry their digest in their names: what an earlier build left would be packed beside the new ones.
  if (clears !== undefined) rmSync(join(ui, clears), { recursive: true, force: true });
  const [program, ...words] = runs;
  const { status, error } = spawnSync(program, words, { cwd: ui, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) add(hash, join(ui, input));
  return hash.digest("hex");
}

function add(hash, path) {
  // The generated contract is made from an input that is counted already.
  if (path.endsWith("src/lib/api/contract.ts") || path.endsWith("e2e/pictures")) return;
  if (statSync(path).isDirectory()) {
    for (const child of readdirSync(path).sort()) add(hash, join(path, child));
    return;
  }
  hash.update(path.slice(ui.length)).update("\0").update(readFileSync(path)).update("\0");
}
