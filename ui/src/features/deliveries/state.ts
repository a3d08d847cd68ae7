import type { Status } from "../../design/status";
import type { Delivery } from "../../lib/api/contract";
import { lasting } from "../../lib/words/time";

/** The line under a delivery's title: glyph, word, what, since when. */
export interface StateLine {
  readonly status: Status;
  readonly word: string;
  readonly detail: string;
}

/** Where a delivery stands, in the words of the page. */
export function stateLine(delivery: Delivery, now: Date): StateLine {
  const base = delivery.base === undefined ? "" : ` Replaces #${delivery.base}.`;
  switch (delivery.state) {
    case "waiting":
      return { ...(delivery.because?.code === "approval-missing" ? { status: "person", word: "Waits for approval" } : { status: "waiting", word: "Waits" }), detail: `${since(delivery.madeAt, now)}.${base}` };
    case "rolling":
      return { status: "moving", word: "Rolling", detail: `${stepWords(delivery)}, ${since(delivery.startedAt ?? delivery.madeAt, now)}.${base}` };
    case "stuck":
      return { status: "stuck", word: "Stuck", detail: `${stepWords(delivery)}, ${since(delivery.startedAt ?? delivery.madeAt, now)}.${base}` };
    case "settled":
      return { status: "healthy", word: delivery.inForce ? "In force" : "Settled", detail: `${ended("Settled", delivery)}.${delivery.inForce ? "" : " A newer delivery took its place."}` };
    case "failed":
      return { status: "failing", word: "Failed", detail: `${ended("Ended", delivery)}. It never came into force.` };
    case "cancelling":
      return { status: "moving", word: "Cancelling", detail: `Its targets go back, ${since(delivery.startedAt ?? delivery.madeAt, now)}.${base}` };
    case "cancelled":
      return { status: "done", word: "Cancelled", detail: `${ended("Ended", delivery)}. It never came into force.` };
    case "superseded":
      return { status: "superseded", word: "Superseded", detail: "A newer one took its place before it began." };
  }
}

/** How long the rollout took; undefined while it has not ended or never began. */
export function took(delivery: Delivery): string | undefined {
  if (delivery.startedAt === undefined || delivery.endedAt === undefined) return undefined;
  return lasting(Date.parse(delivery.endedAt) - Date.parse(delivery.startedAt));
}

/** Whether the delivery can still change. */
export function isOpen(delivery: Delivery): boolean {
  return delivery.state === "waiting" || delivery.state === "rolling" || delivery.state === "stuck" || delivery.state === "cancelling";
}

function stepWords(delivery: Delivery): string {
  if (delivery.step === 0) return "before the first step";
  return delivery.steps === 1 ? "in its only step" : `at step ${delivery.step} of ${delivery.steps}`;
}

function since(instant: string, now: Date): string {
  return `for ${lasting(now.getTime() - Date.parse(instant))}`;
}

function ended(word: string, delivery: Delivery): string {
  const duration = took(delivery);
  return duration === undefined ? word : `${word} in ${duration}`;
}
