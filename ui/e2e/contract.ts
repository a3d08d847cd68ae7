import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";

/** The contract itself, so that the stand-in server takes exactly what the real one takes. */
interface Schema {
  readonly $ref?: string;
  readonly type?: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}
interface Operation {
  readonly parameters?: readonly { readonly $ref?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const FILE = resolve(import.meta.dirname, "../../wire/src/main/resources/openapi.yaml");
const contract = parse(readFileSync(FILE, "utf8")) as Contract;

/** A wish as the contract knows it, with its status when all is well; a string says what the contract has against it. */
export function judged(method: string, path: string, body: string): { readonly operation: string; readonly status: number; readonly keyed: boolean } | string {
  const found = Object.entries(contract.paths).find(([template, item]) => method.toLowerCase() in item && matches(template, path));
  if (found === undefined) return `The contract has no ${method} ${path}.`;
  const [template, item] = found;
  const operation = item[method.toLowerCase()];
  if (operation === undefined) return `The contract has no ${method} ${path}.`;
  const objection = wrongBody(operation, body);
  if (objection !== undefined) return objection;
  const status = Number(Object.keys(operation.responses).find((each) => each.startsWith("2")));
  const keyed = operation.parameters?.some((each) => each.$ref?.endsWith("/IdempotencyKey")) === true;
  return { operation: `${method} ${template}`, status, keyed };
}

function wrongBody(operation: Operation, body: string): string | undefined {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return body === "" ? undefined : "The contract takes no body here.";
  if (body === "") return "The contract wants a body here.";
  return wrong(schema, JSON.parse(body), "body");
}

/** The first thing that a value has against a schema; a member that the schema does not name is one. */
function wrong(given: Schema, value: unknown, at: string): string | undefined {
  const schema = given.$ref === undefined ? given : contract.components.schemas[given.$ref.split("/").at(-1) ?? ""];
  switch (schema?.type) {
    case "string":
      return wrongString(schema, value, at);
    case "integer":
    case "number":
      if (typeof value !== "number" || (schema.type === "integer" && !Number.isInteger(value))) return `${at} is no ${schema.type}.`;
      return value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity) ? `${at} is out of range.` : undefined;
    case "boolean":
      return typeof value === "boolean" ? undefined : `${at} is no boolean.`;
    case "array":
      if (!Array.isArray(value)) return `${at} is no list.`;
      return value.map((each, index) => wrong(schema.items ?? {}, each, `${at}[${index}]`)).find((each) => each !== undefined);
    case "object":
      return wrongObject(schema, value, at);
    case undefined:
      return `${at}: the contract says no type.`;
    default:
      return `${at}: this check does not know the contract's type ${schema?.type}.`;
  }
}

function wrongString(schema: Schema, value: unknown, at: string): string | undefined {
  if (typeof value !== "string") return `${at} is no string.`;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return `${at} is none of ${schema.enum.join(", ")}.`;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) return `${at} does not match ${schema.pattern}.`;
  return value.length < (schema.minLength ?? 0) || value.length > (schema.maxLength ?? Infinity) ? `${at} has a wrong length.` : undefined;
}

function wrongObject(schema: Schema, value: unknown, at: string): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${at} is no object.`;
  const absent = (schema.required ?? []).find((name) => !(name in value));
  if (absent !== undefined) return `${at}.${absent} is required.`;
  return Object.entries(value)
    .map(([name, member]) => {
      const known = schema.properties?.[name] ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
      return known === undefined ? `${at}.${name} is not in the contract.` : wrong(known, member, `${at}.${name}`);
    })
    .find((each) => each !== undefined);
}

function matches(template: string, path: string): boolean {
  const wanted = template.split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, index) => (part.startsWith("{") ? given[index] !== "" : part === given[index]));
}
