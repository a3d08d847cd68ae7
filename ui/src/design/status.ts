/** The one status language: shape first, then word, then tone. */

export type Tone = "ok" | "move" | "person" | "warn" | "bad" | "stop" | "off";

export type Status =
  | "healthy"
  | "moving"
  | "person"
  | "waiting"
  | "queued"
  | "paused"
  | "degraded"
  | "failing"
  | "stuck"
  | "rolledBack"
  | "held"
  | "locked"
  | "frozen"
  | "drift"
  | "offline"
  | "unknown"
  | "superseded"
  | "floor"
  | "toCome"
  | "done";

export interface Look {
  /** The symbol in the sprite; a moving ring is drawn with its share instead. */
  readonly shape: string;
  readonly tone: Tone;
  readonly name: string;
}

export const LOOKS: Readonly<Record<Status, Look>> = {
  healthy: { shape: "ok", tone: "ok", name: "Healthy" },
  moving: { shape: "dot", tone: "move", name: "Moving" },
  person: { shape: "person", tone: "person", name: "Needs a person" },
  waiting: { shape: "waiting", tone: "off", name: "Waiting" },
  queued: { shape: "queued", tone: "off", name: "Queued" },
  paused: { shape: "paused", tone: "stop", name: "Paused" },
  degraded: { shape: "degraded", tone: "warn", name: "Degraded" },
  failing: { shape: "failing", tone: "bad", name: "Failing" },
  stuck: { shape: "stuck", tone: "bad", name: "Stuck" },
  rolledBack: { shape: "rolledback", tone: "warn", name: "Rolled back" },
  held: { shape: "held", tone: "stop", name: "Held" },
  locked: { shape: "locked", tone: "stop", name: "Locked" },
  frozen: { shape: "frozen", tone: "stop", name: "Frozen" },
  drift: { shape: "drift", tone: "warn", name: "Drift" },
  offline: { shape: "offline", tone: "off", name: "Offline" },
  unknown: { shape: "unknown", tone: "off", name: "Unknown" },
  superseded: { shape: "superseded", tone: "off", name: "Superseded" },
  floor: { shape: "floor", tone: "warn", name: "Point of no return" },
  toCome: { shape: "tocome", tone: "off", name: "To come" },
  done: { shape: "dot", tone: "off", name: "Done" },
};

/** Which of several holds the one place there is: the first of this order. */
export const PRECEDENCE: readonly Status[] = [
  "failing",
  "stuck",
  "unknown",
  "person",
  "drift",
  "degraded",
  "offline",
  "moving",
  "paused",
  "rolledBack",
  "held",
  "waiting",
  "queued",
  "healthy",
];

/** The first of {@link PRECEDENCE} among them; undefined when none is in that order. */
export function worst(statuses: readonly Status[]): Status | undefined {
  return PRECEDENCE.find((status) => statuses.includes(status));
}
