import { Refused, Unreachable } from "./http";

/** Why a wish did not come true, as far as the server said. */
export interface Failure {
  /** The server's sentence, a string from outside. */
  readonly sentence: string;
  /** Whether it is safe to send again, and what that would do. */
  readonly again: string;
  /** Whether the wish may have been carried out: then only the very same may be sent again. */
  readonly open: boolean;
  readonly code?: string;
  readonly correlation?: string;
}

/** Statuses by which the server says that it has not decided yet; the same key is the same wish still. */
const UNDECIDED = new Set([401, 408, 429, 500, 502, 503, 504]);

/** What is to be told of a failure of {@code send}. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Refused) {
    const { status, problem } = thrown;
    const told = problem === undefined ? {} : { code: problem.code, correlation: problem.correlation };
    return { sentence: thrown.message, ...again(status), ...told };
  }
  const sentence = thrown instanceof Unreachable ? "No answer came, so it is not known whether the server has it." : "Something in this page went wrong before an answer was read.";
  return { sentence, again: "Trying again is safe: it is the same wish, and happens once.", open: true };
}

function again(status: number): Pick<Failure, "again" | "open"> {
  if (status === 401) return { again: "Log in, then try again: what you entered is kept.", open: false };
  if (status === 403) return { again: "Nothing was changed. Trying again does not help.", open: false };
  if (UNDECIDED.has(status)) return { again: "Trying again is safe: it is the same wish, and happens once.", open: status >= 500 };
  return { again: "Nothing was changed, so trying again is safe.", open: false };
}

/** Whether the next press is the same wish; after a decided refusal it is a new one. */
export function isSameWish(thrown: unknown): boolean {
  return !(thrown instanceof Refused) || UNDECIDED.has(thrown.status);
}
