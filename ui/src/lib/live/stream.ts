/**
 * One live path: list at position P, stream from P, hand over batches by key. Plain TypeScript; time
 * and transport come in as ports, so that every reconnect can be played in a test.
 */

/** A change as the server streams it: what changed, and the ledger position it stands for. */
export interface Change {
  readonly position: number;
  readonly key: string;
}

/** What the connection looks like to a person. */
export type Link =
  | { readonly state: "connecting" }
  | { readonly state: "live" }
  | { readonly state: "lost"; readonly since: number; readonly attempt: number };

/** A server-sent stream, opened from a position; closing it twice is harmless. */
export interface Connection {
  close(): void;
}

export interface Heard<C extends Change> {
  /** The server listens to us; what comes after the position asked for will be told. */
  opened(): void;
  change(change: C): void;
  /** The server is there, nothing changed; {@code position} is how far it has told us everything. */
  heartbeat(position: number | undefined): void;
  /** Too much happened since the position: list again, and go on from the one given. */
  expired(position: number | undefined): void;
  /** Its last word: what we may see is not what it was. */
  ended(because: string): void;
  closed(): void;
}

export interface Ports<C extends Change> {
  /** Without a position the stream starts with what happens next. */
  open(from: number | undefined, heard: Heard<C>): Connection;
  now(): number;
  /** Runs once after the delay in milliseconds; the answer cancels. */
  later(delay: number, run: () => void): () => void;
  /** Runs before the next painted frame; the answer cancels. */
  frame(run: () => void): () => void;
  /** Between 0 and 1, for the jitter of reconnects. */
  chance(): number;
}

export interface Listener<C extends Change> {
  /** The latest change of each key since the last frame, in the order of their positions. */
  changed(batch: readonly C[]): void;
  /** What is shown may have gaps: list everything again. It stays on the page until then. */
  relist(): void;
  /** The server ended the stream, because what we may see is not what it was: nothing that is known holds. */
  ended(because: string): void;
  link(link: Link): void;
}

/** The server says something at least every five seconds; three times that is silence. */
export const SILENCE = 15_000;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;

export class LiveStream<C extends Change> {
  readonly #ports: Ports<C>;
  readonly #listener: Listener<C>;
  readonly #waiting = new Map<string, C>();
  #position: number | undefined;
  #connection: Connection | undefined;
  #epoch = 0;
  #attempt = 0;
  #lostSince: number | undefined;
  #told: Link["state"] | undefined;
  #cancelSilence = nothing;
  #cancelRetry = nothing;
  #cancelFrame = nothing;

  constructor(ports: Ports<C>, listener: Listener<C>) {
    this.#ports = ports;
    this.#listener = listener;
  }

  /** How far everything has been heard; not known before the server's first word. */
  get position(): number | undefined {
    return this.#position;
  }

  /**
   * Streams what comes after {@code position}, where the lists on the page were read. Without one the
   * lists are older than the stream, so they are read again as soon as it is open.
   */
  start(position?: number): void {
    this.stop();
    this.#position = position;
    this.#listener.link({ state: "connecting" });
    this.#connect();
  }

  stop(): void {
    this.#disconnect();
    this.#cancelRetry();
    this.#cancelFrame();
    this.#waiting.clear();
    this.#attempt = 0;
    this.#lostSince = undefined;
  }

  /** Tries at once, for instance because the machine woke up. */
  retryNow(): void {
    if (this.#connection !== undefined) return;
    this.#cancelRetry();
    this.#connect();
  }

  #connect(): void {
    const epoch = ++this.#epoch;
    const mine = (run: () => void) => () => {
      if (epoch === this.#epoch) run();
    };
    this.#watchForSilence();
    const from = this.#position;
    this.#connection = this.#ports.open(from, {
      opened: mine(() => this.#opened(from)),
      change: (change) => mine(() => this.#take(change))(),
      heartbeat: (position) => mine(() => this.#beat(position))(),
      expired: (position) => mine(() => this.#expired(position))(),
      ended: (because) => mine(() => this.#ended(because))(),
      closed: mine(() => this.#lost()),
    });
  }

  #take(change: C): void {
    this.#heard();
    if (change.position < (this.#position ?? 0)) return;
    this.#position = change.position;
    const known = this.#waiting.get(change.key);
    if (known !== undefined && known.position > change.position) return;
    if (this.#waiting.size === 0) this.#cancelFrame = this.#ports.frame(() => this.#deliver());
    this.#waiting.set(change.key, change);
  }

  #deliver(): void {
    const batch = [...this.#waiting.values()].sort((one, other) => one.position - other.position);
    this.#waiting.clear();
    if (batch.length > 0) this.#listener.changed(batch);
  }

  #beat(position: number | undefined): void {
    this.#heard();
    if (position !== undefined && position < (this.#position ?? 0)) this.#wentBack(position);
    else this.#advance(position);
  }

  /** The server knows less than we heard: its ledger is another one, and nothing on the page holds. */
  #wentBack(position: number): void {
    this.#waiting.clear();
    this.#position = position;
    this.#listener.relist();
  }

  #heard(): void {
    this.#watchForSilence();
    if (this.#told === "live") return;
    this.#attempt = 0;
    this.#lostSince = undefined;
    this.#tell({ state: "live" });
  }

  #opened(from: number | undefined): void {
    this.#heard();
    if (from === undefined) this.#listener.relist();
  }

  #expired(position: number | undefined): void {
    this.#heard();
    this.#waiting.clear();
    this.#advance(position);
    this.#listener.relist();
  }

  /** With other rights other things are to be seen, from the beginning. */
  #ended(because: string): void {
    this.#waiting.clear();
    this.#position = undefined;
    this.#listener.ended(because);
    this.#lost();
  }

  #advance(position: number | undefined): void {
    if (position !== undefined) this.#position = Math.max(this.#position ?? 0, position);
  }

  #lost(): void {
    this.#disconnect();
    this.#lostSince ??= this.#ports.now();
    this.#attempt += 1;
    this.#tell({ state: "lost", since: this.#lostSince, attempt: this.#attempt });
    this.#cancelRetry = this.#ports.later(this.#delay(), () => this.#connect());
  }

  /** Doubles up to a bound, with half of it left to chance, so that a restarted server is not met by all at once. */
  #delay(): number {
    const whole = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (this.#attempt - 1));
    return whole / 2 + (whole / 2) * this.#ports.chance();
  }

  #watchForSilence(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.#ports.later(SILENCE, () => this.#lost());
  }

  #disconnect(): void {
    this.#epoch += 1;
    this.#cancelSilence();
    this.#connection?.close();
    this.#connection = undefined;
    this.#told = undefined;
  }

  #tell(link: Link): void {
    this.#told = link.state;
    this.#listener.link(link);
  }
}

function nothing(): void {
  // Nothing to cancel yet.
}
