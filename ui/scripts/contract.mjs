// Writes the TypeScript side of the API from wire's openapi.yaml: every schema as a type, what each GET
// answers, and what each POST and DELETE takes and answers.
// Its own few lines because the usual generator needs an older compiler beside ours.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));
const source = resolve(here, "../../wire/src/main/resources/openapi.yaml");
const target = resolve(here, "../src/lib/api/contract.ts");

const contract = parse(readFileSync(source, "utf8"));
const lines = ["// Made from openapi.yaml by scripts/contract.mjs; do not edit.", ""];
for (const [name, schema] of Object.entries(contract.components.schemas)) {
  if (schema.description) lines.push(comment(schema.description));
  lines.push(declaration(name, schema), "");
}
lines.push("/** What each readable address answers, and the questions it takes. */", "export interface Reads {");
for (const [path, item] of Object.entries(contract.paths)) {
  const answer = item.get?.responses?.["200"]?.content?.["application/json"]?.schema;
  if (answer) lines.push(`  ${JSON.stringify(path)}: { answer: ${type(answer)}; query: ${queryType(item.get.parameters)} };`);
}
lines.push("}", "");
lines.push("/** What each wish takes and answers; a keyed one is the same wish however often it is sent with one key. */", "export interface Writes {");
for (const [path, item] of Object.entries(contract.paths)) {
  for (const method of ["post", "delete"]) {
    const wish = item[method] && writeType(item[method]);
    if (wish) lines.push(`  ${JSON.stringify(`${method.toUpperCase()} ${path}`)}: ${wish};`);
  }
}
lines.push("}", "");

const made = lines.join("\n");
mkdirSync(dirname(target), { recursive: true });
if (!existsSync(target) || readFileSync(target, "utf8") !== made) writeFileSync(target, made);

function declaration(name, schema) {
  if (schema.type !== "object" || !schema.properties) return `export type ${name} = ${type(schema)};`;
  const required = new Set(schema.required ?? []);
  const members = Object.entries(schema.properties).map(([member, value]) => {
    const told = value.description ? `${comment(value.description, "  ")}\n` : "";
    return `${told}  readonly ${member}${required.has(member) ? "" : "?"}: ${type(value)};`;
  });
  return `export interface ${name} {\n${members.join("\n")}\n}`;
}

function type(schema) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  switch (schema.type) {
    case "string":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "array":
      return `readonly (${type(schema.items)})[]`;
    case "object":
      return `Readonly<Record<string, ${typeof schema.additionalProperties === "object" ? type(schema.additionalProperties) : "unknown"}>>`;
    default:
      throw new Error(`openapi.yaml uses a form that contract.mjs does not know: ${JSON.stringify(schema)}`);
  }
}

/** A wish of people's; undefined for what only machines send, or in another form than JSON. */
function writeType(operation) {
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const contents = answers.map(([, answer]) => answer.content?.["application/json"]?.schema).filter((schema) => schema !== undefined);
  const body = operation.requestBody?.content["application/json"]?.schema;
  if (operation.security?.length === 0 || (operation.requestBody !== undefined && body === undefined)) return undefined;
  const answer = contents.length === 0 ? "undefined" : contents.map(type).join(" | ");
  const keyed = (operation.parameters ?? []).map(resolved).some((parameter) => parameter.name === "Idempotency-Key");
  return `{ body: ${body === undefined ? "undefined" : type(body)}; answer: ${answer}; keyed: ${keyed} }`;
}

function queryType(parameters = []) {
  const inQuery = parameters.map(resolved).filter((parameter) => parameter.in === "query");
  return `{ ${inQuery.map((parameter) => `${parameter.name}?: ${type(parameter.schema)};`).join(" ")} }`;
}

function resolved(parameter) {
  return parameter.$ref ? contract.components.parameters[parameter.$ref.split("/").at(-1)] : parameter;
}

function comment(text, indent = "") {
  return `${indent}/** ${text.trim().replaceAll("*/", "* /").replaceAll(/\s+/g, " ")} */`;
}
