import { beforeEach, describe, expect, it } from "vitest";
import { LiveStream, SILENCE, type Change, type Heard, type Link } from "./stream";

/** A world without time of its own: the test opens frames, lets delays pass and speaks for the server. */
class World {
  now = 0;
  opened: (number | undefined)[] = [];
  server!: Heard<Change>;
  closedByUs = 0;
  batches: (readonly Change[])[] = [];
  relisted = 0;
  ended: string[] = [];
  links: Link[] = [];
  #timers = new Set<{ at: number; run: () => void }>();
  #frames = new Set<() => void>();

  readonly stream = new LiveStream<Change>(
    {
      open: (from, heard) => {
        this.opened.push(from);
        this.server = heard;
        return { close: () => (this.closedByUs += 1) };
      },
      now: () => this.now,
      later: (delay, run) => {
        const timer = { at: this.now + delay, run };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
      frame: (run) => {
        this.#frames.add(run);
        return () => this.#frames.delete(run);
      },
      chance: () => 1,
    },
    {
      changed: (batch) => this.batches.push(batch),
      relist: () => (this.relisted += 1),
      ended: (because) => this.ended.push(because),
      link: (link) => this.links.push(link),
    },
  );

  pass(milliseconds: number) {
    const until = this.now + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter((timer) => timer.at <= until).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) break;
      this.now = due.at;
      this.#timers.delete(due);
      due.run();
    }
    this.now = until;
  }

  frame() {
    const frames = [...this.#frames];
    this.#frames.clear();
    for (const run of frames) run();
  }

  get link() {
    return this.links.at(-1);
  }
}

let world: World;
const change = (position: number, key: string): Change => ({ position, key });

beforeEach(() => {
  world = new World();
});

it("begins anew, from now on, when the server ended it for other rights", () => {
  world.stream.start(100);
  world.server.opened();
  world.server.ended("The rights were changed.");
  expect(world.ended).toEqual(["The rights were changed."]);
  expect(world.link).toMatchObject({ state: "lost", attempt: 1 });
  world.pass(500);
  expect(world.opened).toEqual([100, undefined]);
  world.server.opened();
  expect(world.relisted).toBe(1);
});

describe("a stream from a position", () => {
  beforeEach(() => {
    world.stream.start(100);
    world.server.opened();
  });

  it("is live once the server has opened it, and needs no second list", () => {
    expect(world.opened).toEqual([100]);
    expect(world.link).toEqual({ state: "live" });
    expect(world.relisted).toBe(0);
  });

  it("hands over once per frame, the latest of each key, in order", () => {
    world.server.change(change(101, "a"));
    world.server.change(change(102, "b"));
    world.server.change(change(103, "a"));
    expect(world.batches).toEqual([]);
    world.frame();
    expect(world.batches).toEqual([[change(102, "b"), change(103, "a")]]);
    world.frame();
    expect(world.batches).toHaveLength(1);
  });

  it("refuses an older position", () => {
    world.server.change(change(105, "a"));
    world.server.change(change(104, "a"));
    world.server.change(change(99, "b"));
    world.frame();
    expect(world.batches).toEqual([[change(105, "a")]]);
  });

  it("takes every key that changed at one position, also over two frames", () => {
    world.server.change(change(105, "a"));
    world.frame();
    world.server.change(change(105, "b"));
    world.frame();
    expect(world.batches).toEqual([[change(105, "a")], [change(105, "b")]]);
  });

  it("lists again when the server says that too much happened, and goes on from there", () => {
    world.server.change(change(101, "a"));
    world.server.expired(900);
    world.frame();
    expect(world.relisted).toBe(1);
    expect(world.batches).toEqual([]);
    expect(world.stream.position).toBe(900);
    world.server.change(change(901, "a"));
    world.frame();
    expect(world.batches).toEqual([[change(901, "a")]]);
  });

  it("reconnects from the last position it heard, with growing delays", () => {
    world.server.change(change(120, "a"));
    world.server.heartbeat(130);
    world.server.closed();
    expect(world.link).toEqual({ state: "lost", since: 0, attempt: 1 });
    world.pass(499);
    expect(world.opened).toHaveLength(1);
    world.pass(1);
    expect(world.opened).toEqual([100, 130]);
    world.server.closed();
    world.pass(999);
    expect(world.opened).toHaveLength(2);
    world.pass(1);
    expect(world.opened).toHaveLength(3);
    world.server.opened();
    expect(world.link).toEqual({ state: "live" });
    expect(world.relisted).toBe(0);
  });

  it("keeps saying since when the connection is lost", () => {
    world.pass(1000);
    world.server.closed();
    world.pass(600);
    world.server.closed();
    expect(world.link).toEqual({ state: "lost", since: 1000, attempt: 2 });
  });

  it("takes silence for a loss, and a heartbeat for life", () => {
    world.pass(SILENCE - 1);
    world.server.heartbeat(undefined);
    world.pass(SILENCE - 1);
    expect(world.link).toEqual({ state: "live" });
    world.pass(1);
    expect(world.link?.state).toBe("lost");
    expect(world.closedByUs).toBe(1);
  });

  it("never listens to a connection that it has given up", () => {
    const before = world.server;
    before.closed();
    world.pass(500);
    before.change(change(200, "ghost"));
    before.closed();
    world.frame();
    expect(world.batches).toEqual([]);
    expect(world.stream.position).toBe(100);
    expect(world.opened).toHaveLength(2);
  });

  it("lists again when the server's ledger is another one that has not come so far", () => {
    world.server.change(change(120, "a"));
    world.server.heartbeat(7);
    world.frame();
    expect(world.batches).toEqual([]);
    expect(world.relisted).toBe(1);
    world.server.change(change(8, "a"));
    world.frame();
    expect(world.batches).toEqual([[change(8, "a")]]);
  });

  it("tries at once when asked, and only when nothing is open", () => {
    world.stream.retryNow();
    expect(world.opened).toHaveLength(1);
    world.server.closed();
    world.stream.retryNow();
    expect(world.opened).toHaveLength(2);
    world.pass(400);
    expect(world.opened).toHaveLength(2);
  });

  it("is silent after it was stopped", () => {
    world.server.change(change(101, "a"));
    world.stream.stop();
    world.frame();
    world.pass(60_000);
    expect(world.batches).toEqual([]);
    expect(world.opened).toHaveLength(1);
  });
});

describe("a stream without a position", () => {
  it("lists again as soon as it is open, because the lists are older than the stream", () => {
    world.stream.start();
    expect(world.relisted).toBe(0);
    world.server.opened();
    expect(world.relisted).toBe(1);
    world.server.heartbeat(50);
    expect(world.stream.position).toBe(50);
    world.server.closed();
    world.pass(500);
    expect(world.opened).toEqual([undefined, 50]);
    world.server.opened();
    expect(world.relisted).toBe(1);
  });
});
