import type { Problem, Reads, Writes } from "./contract";

/** What the server said no with; {@link problem} is absent when the answer was not the server's own. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `The server answered ${status}.`);
    this.name = "Refused";
    this.status = status;
    this.problem = problem;
  }
}

/** What is wrong with a document that was sent, each mistake with its place; nothing where the server said no for another reason. */
export function mistakes(thrown: unknown): readonly string[] {
  return thrown instanceof Refused ? (thrown.problem?.problems ?? []).map((each) => `line ${each.line}, column ${each.column}: ${each.message}`) : [];
}

/** No answer came: the network, or the server is away. Reading again is always safe. */
export class Unreachable extends Error {
  constructor() {
    super("The server cannot be reached.");
    this.name = "Unreachable";
  }
}

type Path = keyof Reads;

/** The names in braces in an address. */
type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** Reads one address of the contract; throws {@link Refused} or {@link Unreachable}. */
export async function read<P extends Path>(
  path: P,
  names: Record<Names<P>, string | number>,
  query: Reads[P]["query"] = {},
  signal?: AbortSignal,
): Promise<Reads[P]["answer"]> {
  const response = await answered(address(path, names, query), signal === undefined ? {} : { signal });
  return (await response.json()) as Reads[P]["answer"];
}

/** Reads bytes that are no record; throws as {@link read} does. */
export async function bytes(path: string, names: Readonly<Record<string, string | number>>, query: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Response> {
  return await answered(address(path, names, query), { signal, cache: "no-store" });
}

/** The wishes that a key makes one, however often they are sent. */
export type Operation = { [O in keyof Writes]: Writes[O]["keyed"] extends true ? O : never }[keyof Writes];

/** The questions that are asked with a body; asking twice changes nothing. */
export type Question = "POST /api/v1/whatif" | "POST /api/v1/applications/{application}/triggers/test" | "POST /api/v1/applications/{application}/preview";

/** Longest wait for what became of a wish, in milliseconds; a server that is only slow answers well before. */
const PATIENCE = 60_000;

/**
 * Sends one wish of the contract under its key; throws {@link Refused} or {@link Unreachable}. After the
 * latter nobody knows whether it arrived, and sending the same again with the same key is safe.
 */
export async function send<O extends Operation>(operation: O, names: Record<Names<O>, string | number>, body: Writes[O]["body"], key: string): Promise<Writes[O]["answer"]> {
  const [method, path] = operation.split(" ") as ["POST" | "DELETE", string];
  const init = command(method);
  const headers = { ...init.headers, "Idempotency-Key": key };
  const response = await answered(address(path, names), { ...init, headers, signal: AbortSignal.timeout(PATIENCE), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return (await response.json().catch(() => {
    throw new Unreachable();
  })) as Writes[O]["answer"];
}

/** Asks something that takes a body and changes nothing; throws as {@link read} does. */
export async function ask<Q extends Question>(question: Q, names: Record<Names<Q>, string | number>, body: Writes[Q]["body"]): Promise<Writes[Q]["answer"]> {
  const path = question.slice("POST ".length);
  const response = await answered(address(path, names), { ...command("POST"), signal: AbortSignal.timeout(PATIENCE), body: JSON.stringify(body) });
  return (await response.json()) as Writes[Q]["answer"];
}

/** Opens a session with a one-time secret or a token; the cookie that comes back is not readable here. */
export async function openSession(secret: string): Promise<void> {
  await answered("/api/v1/session", { ...command("POST"), body: JSON.stringify({ secret }) });
}

export async function closeSession(): Promise<void> {
  await answered("/api/v1/session", command("DELETE"));
}

/** Every name is encoded, so that no value can leave its place in the address. */
export function address(path: string, names: Readonly<Record<string, string | number>>, query: Readonly<Record<string, unknown>> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function command(method: "POST" | "DELETE"): { method: string; headers: Readonly<Record<string, string>> } {
  return { method, headers: { "Content-Type": "application/json", "Slipway-Request": "1" } };
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin", ...init }).catch((failure: unknown) => {
    if (init.signal?.aborted && !timedOut(init.signal)) throw failure;
    throw new Unreachable();
  });
  if (!response.ok) throw new Refused(response.status, await problemOf(response));
  return response;
}

function timedOut(signal: AbortSignal): boolean {
  return signal.reason instanceof DOMException && signal.reason.name === "TimeoutError";
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get("content-type")?.includes("problem+json")) return undefined;
  return (await response.json().catch(() => undefined)) as Problem | undefined;
}
