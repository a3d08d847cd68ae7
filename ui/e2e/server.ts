import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import type { Carried, Change } from "../src/lib/api/contract";
import { judged } from "./contract";
import type { World } from "./world";

const DIST = resolve(import.meta.dirname, "../dist");
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

/** What was sent that was not a GET. */
export interface Command {
  readonly method: string;
  readonly path: string;
  readonly request: string | undefined;
  readonly key: string | undefined;
  readonly body: string;
}

/** What the server makes of a wish: the decided answer, a refusal, or no answer at all. */
export type Becomes =
  | { readonly carried: Carried }
  | { readonly answered: object }
  | { readonly refused: number; readonly code: string; readonly detail: string }
  | "no answer";

/** A stand-in for the server: the built files under the strict content policy, and a world's answers. */
export class Server {
  world: World;
  readonly commands: Command[] = [];
  /** What becomes of wishes; what the contract does not allow never gets here. */
  becomes: (command: Command) => Becomes | Promise<Becomes> = carried;
  #signedIn = true;
  readonly #streams = new Set<ServerResponse>();
  readonly #http = createServer((request, response) => void this.#answer(request, response));

  constructor(world: World) {
    if (!existsSync(join(DIST, "index.html"))) throw new Error("ui/dist is not built: run `npm run build` first.");
    this.world = world;
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#http.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.hangUp();
    this.#http.closeAllConnections();
    await new Promise((done) => this.#http.close(done));
  }

  /** Whether requests carry a session; the contract's only way to get one is to open it. */
  signedIn(is: boolean): void {
    this.#signedIn = is;
  }

  /** Tells every open stream of a change. */
  tell(change: Change): void {
    for (const stream of this.#streams) stream.write(`event: change\nid: ${change.position}\ndata: ${JSON.stringify(change)}\n\n`);
  }

  /** Breaks every stream, as a server that goes away does. */
  hangUp(): void {
    for (const stream of this.#streams) stream.destroy();
    this.#streams.clear();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://server");
    if (request.method !== "GET") return await this.#command(request, response, pathname);
    if (!pathname.startsWith("/api/")) return this.#file(response, pathname);
    if (!this.#signedIn) return problem(response, 401);
    if (pathname === "/api/v1/changes") return this.#stream(response);
    const body = this.world.get(decodeURI(pathname + search)) ?? this.world.get(decodeURI(pathname));
    if (body === undefined) return problem(response, 404);
    if (Buffer.isBuffer(body)) return await this.#log(response, decodeURI(pathname), searchParams);
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(narrowed(body, searchParams)));
  }

  async #command(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const command = { method: request.method ?? "", path, request: header(request, "slipway-request"), key: header(request, "idempotency-key"), body };
    this.commands.push(command);
    if (path === "/api/v1/session") return this.#session(response, body);
    if (!this.#signedIn) return problem(response, 401);
    const wish = judged(command.method, path, body);
    if (typeof wish === "string") return problem(response, 400, "invalid-value", wish);
    if (command.request !== "1") return problem(response, 403, "request-header-missing", "Slipway-Request is missing.");
    if (wish.keyed && (command.key === undefined || command.key === "")) return problem(response, 400, "idempotency-key-invalid", "The page's wishes have keys.");
    const becomes = await this.becomes(command);
    if (becomes === "no answer") return void response.destroy();
    if ("refused" in becomes) return problem(response, becomes.refused, becomes.code, becomes.detail);
    response.writeHead(wish.status, { "Content-Type": "application/json" }).end(JSON.stringify("answered" in becomes ? becomes.answered : becomes.carried));
  }

  #session(response: ServerResponse, body: string): void {
    if (!body.includes("right-secret")) return problem(response, 401);
    this.#signedIn = true;
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(this.world.get("/api/v1/whoami")));
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write("event: heartbeat\nid: 48178\ndata: {}\n\n");
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
  }

  /** Bytes from an offset on; held while there are none, until there are or the time is over. */
  async #log(response: ServerResponse, path: string, asked: URLSearchParams): Promise<void> {
    const offset = Number(asked.get("offset") ?? 0);
    const end = Date.now() + 1000 * Number(asked.get("wait") ?? 0);
    let all = this.world.get(path) as Buffer;
    while (all.length <= offset && Date.now() < end && !response.destroyed) {
      await new Promise((done) => setTimeout(done, 20));
      all = this.world.get(path) as Buffer;
    }
    const part = all.subarray(offset, offset + Number(asked.get("limit") ?? all.length));
    const headers = { "Slipway-Log-Offset": offset, "Slipway-Log-Next": offset + part.length, "Slipway-Log-Size": all.length, "Slipway-Log-Dropped": 0, "Slipway-Log-Finished": "false" };
    response.writeHead(200, { "Content-Type": "application/octet-stream", ...headers }).end(part);
  }

  #file(response: ServerResponse, pathname: string): void {
    const asked = join(DIST, pathname);
    const file = asked.startsWith(DIST) && existsSync(asked) && statSync(asked).isFile() ? asked : join(DIST, "index.html");
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff" });
    createReadStream(file).pipe(response);
  }
}

/** A wish that is durable and on its way. */
function carried(): Becomes {
  return { carried: { position: 48_230, settlement: "followed", because: { code: "accepted", sentence: "It is on its way." }, entries: [] } };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function problem(response: ServerResponse, status: number, code = "no", detail = status === 404 ? "There is no such thing." : "No valid credential."): void {
  const body = { type: "about:blank", title: "No", status, detail, code, correlation: "c-1", problems: [] };
  response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(body));
}

/** Lists keep what their filters ask for, as the contract says. */
function narrowed(body: unknown, asked: URLSearchParams): unknown {
  if (typeof body !== "object" || body === null || !("items" in body)) return body;
  const matching = (body.items as Record<string, unknown>[]).filter((item) =>
    ["application", "environment"].every((name) => !asked.has(name) || item[name] === undefined || item[name] === asked.get(name)),
  );
  return { ...body, items: matching.slice(0, Number(asked.get("limit") ?? 25)), total: matching.length };
}
