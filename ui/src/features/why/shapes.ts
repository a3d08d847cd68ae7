import type { Status } from "../../design/status";

/** Kinds of waiting with a shape of their own; whatever waits for anything else simply waits. */
const SHAPES: Readonly<Record<string, Status>> = { lock: "locked", approval: "person", pause: "paused", bake: "moving", step: "moving", decision: "person" };

/** The shape of what is waited for, by its name, which begins with its kind. */
export function shapeOf(what: string): Status {
  return SHAPES[what.split(/[^a-z]/)[0] ?? ""] ?? "waiting";
}
