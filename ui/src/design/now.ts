import { useSyncExternalStore } from "react";

type Beat = "minute" | "second";
const EVERY: Record<Beat, number> = { minute: 60_000, second: 1_000 };

/** One timer per beat for the whole page, running only while somebody looks. */
class Ticker {
  #now = new Date();
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #watchers = new Set<() => void>();
  readonly #every: number;

  constructor(every: number) {
    this.#every = every;
  }

  readonly watch = (watcher: () => void) => {
    this.#watchers.add(watcher);
    if (this.#timer === undefined) {
      this.#now = new Date();
      this.#timer = setInterval(() => this.#tick(), this.#every);
    }
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  readonly now = () => this.#now;

  #tick() {
    this.#now = new Date();
    for (const watcher of this.#watchers) watcher();
  }
}

const tickers: Record<Beat, Ticker> = { minute: new Ticker(EVERY.minute), second: new Ticker(EVERY.second) };

/** The time that ages on the page are counted from; they tick together. */
export function useNow(beat: Beat = "minute"): Date {
  return useSyncExternalStore(tickers[beat].watch, tickers[beat].now);
}
