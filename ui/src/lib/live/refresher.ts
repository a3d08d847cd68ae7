/**
 * Reads again what changed: at most one read per key at a time, and one more when it changed meanwhile.
 * So a storm of changes costs as many reads as the server can answer, and the last one is never missed.
 */
export class Refresher<Key> {
  readonly #refresh: (key: Key) => Promise<unknown>;
  readonly #name: (key: Key) => string;
  readonly #running = new Map<string, { again: boolean }>();

  /** {@code refresh} may fail: the next change, or the reconnect, reads again. */
  constructor(refresh: (key: Key) => Promise<unknown>, name: (key: Key) => string) {
    this.#refresh = refresh;
    this.#name = name;
  }

  changed(key: Key): void {
    const running = this.#running.get(this.#name(key));
    if (running !== undefined) {
      running.again = true;
      return;
    }
    void this.#run(key);
  }

  async #run(key: Key): Promise<void> {
    const state = { again: false };
    this.#running.set(this.#name(key), state);
    do {
      state.again = false;
      // One after the other is the point here.
      // oxlint-disable-next-line no-await-in-loop
      await this.#refresh(key).catch(() => undefined);
    } while (state.again);
    this.#running.delete(this.#name(key));
  }
}
