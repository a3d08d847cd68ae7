import { address, bytes } from "../../lib/api/http";

/** Which log of which delivery. */
export interface Where {
  readonly application: string;
  readonly environment: string;
  readonly number: number;
  readonly log: string;
}

/** Some bytes of a log, and how far it is. */
export interface Part {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly size: number;
  readonly dropped: number;
  readonly finished: boolean;
}

const PATH = "/api/v1/applications/{application}/environments/{environment}/deliveries/{number}/logs/{log}";

/** How many bytes are read at once. */
export const PART = 256 * 1024;

/** Where the bytes of a whole log are. */
export const download = (where: Where) => address(PATH, { ...where });

/** Reads from an offset on; with {@link wait} the server holds the answer until there is something, in seconds. */
export async function readPart(where: Where, offset: number, limit: number, wait: number, signal: AbortSignal): Promise<Part> {
  const response = await bytes(PATH, { ...where }, { offset, limit, ...(wait > 0 ? { wait } : {}) }, signal);
  const number = (name: string) => Number(response.headers.get(name) ?? "0");
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    offset: number("Slipway-Log-Offset"),
    size: number("Slipway-Log-Size"),
    dropped: number("Slipway-Log-Dropped"),
    finished: response.headers.get("Slipway-Log-Finished") === "true",
  };
}
