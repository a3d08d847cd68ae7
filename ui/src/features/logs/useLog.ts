import { useEffect, useRef, useState } from "react";
import { Refused } from "../../lib/api/http";
import { appended, begun, type Buffer, prepended } from "./buffer";
import { PART, type Part, readPart, type Where } from "./part";

/** What is known of a log, and what is wrong if it cannot be read. */
export interface Shown {
  readonly buffer?: Buffer;
  readonly size: number;
  readonly dropped: number;
  readonly finished: boolean;
  readonly failure?: string;
}

const WAIT_SECONDS = 15;
const AGAIN_MILLIS = 1000;

/** Farther behind than this, a follower goes on with the newest instead of showing everything in between. */
const BEHIND_MAX = 4 * PART;

/** Reads the end of a log and then whatever comes; {@link older} reads what is before. */
export function useLog(where: Where): { shown: Shown; older: () => void } {
  const [shown, setShown] = useState<Shown>({ size: 0, dropped: 0, finished: false });
  const reading = useRef(false);
  const buffer = useRef<Buffer | undefined>(undefined);
  const key = `${where.application}/${where.environment}/${where.number}/${where.log}`;

  useEffect(() => {
    const stop = new AbortController();
    const show = (next: Buffer, part: Part) => {
      buffer.current = next;
      setShown({ buffer: next, size: part.size, dropped: part.dropped, finished: part.finished });
    };
    const step = async (): Promise<boolean> => {
      const known = buffer.current;
      if (known === undefined) {
        show(...(await newest(where, stop.signal)));
        return true;
      }
      const part = await readPart(where, known.next, PART, WAIT_SECONDS, stop.signal);
      if (part.size - known.next > BEHIND_MAX || part.offset > known.next) show(...(await newest(where, stop.signal)));
      else if (part.bytes.length > 0 || part.finished) {
        const next = appended(known, part.bytes);
        show(...(next.first < 0 ? await newest(where, stop.signal) : ([next, part] as const)));
      }
      return !(part.finished && known.next + part.bytes.length >= part.size);
    };
    buffer.current = undefined;
    setShown({ size: 0, dropped: 0, finished: false });
    void follow(step, stop.signal, (failure) => setShown((before) => ({ ...before, failure })));
    return () => stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key is all of it
  }, [key]);

  const older = () => {
    const known = buffer.current;
    if (known === undefined || known.first <= 0 || reading.current) return;
    reading.current = true;
    const from = Math.max(0, known.first - PART);
    readPart(where, from, known.first - from, 0, AbortSignal.timeout(WAIT_SECONDS * AGAIN_MILLIS))
      .then((part) => {
        const now = buffer.current;
        if (now === undefined || now.first !== known.first || part.bytes.length === 0) return;
        const next = prepended(now, part.bytes, part.offset === 0);
        buffer.current = next;
        setShown((before) => ({ ...before, buffer: next }));
      })
      .catch(() => undefined)
      .finally(() => {
        reading.current = false;
      });
  };
  return { shown, older };
}

async function newest(where: Where, signal: AbortSignal): Promise<readonly [Buffer, Part]> {
  const now = await readPart(where, 0, 1, 0, signal);
  const part = await readPart(where, Math.max(0, now.size - PART), PART, 0, signal);
  return [begun(part.offset, part.bytes, part.offset === 0), part];
}

/** Goes on until there is no more; a server that is away is asked again. */
async function follow(step: () => Promise<boolean>, signal: AbortSignal, failed: (why: string) => void): Promise<void> {
  let goes = true;
  while (goes && !signal.aborted) {
    try {
      goes = await step();
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Refused && failure.status < 500) {
        failed(failure.status === 404 ? "You may not see it, or there is no such log." : failure.message);
        return;
      }
      await new Promise((done) => setTimeout(done, AGAIN_MILLIS));
    }
  }
}
