import type { Tone } from "../../design/status";
import type { Delivery, DeliveryDetail, Member } from "../../lib/api/contract";
import { isOpen, took } from "./state";

/** One piece of the bar over a delivery. {@code share} is in percent and comes from members that converged, never from time. */
export interface Step {
  readonly name: string;
  readonly note: string;
  readonly share: number;
  readonly tone: Tone;
  readonly place: "done" | "current" | "todo";
}

/** Before, each step, after: what is behind, what is now, what is to come. */
export function steps({ delivery, members }: DeliveryDetail): readonly Step[] {
  const count = Math.max(1, delivery.steps);
  const middle = Array.from({ length: count }, (_, index) => step(delivery, members, index + 1, count));
  return [before(delivery), ...middle, after(delivery)];
}

function before(delivery: Delivery): Step {
  const begun = delivery.step > 0 || delivery.state === "settled";
  if (begun) return { name: "Before", note: delivery.strategy ?? "", share: 100, tone: "ok", place: "done" };
  return { name: "Before", note: nowNote(delivery), share: 100, tone: toneOf(delivery), place: "current" };
}

function step(delivery: Delivery, members: readonly Member[], index: number, count: number): Step {
  const name = count === 1 ? "All targets" : `Step ${index} of ${count}`;
  const passed = delivery.state === "settled" || index < delivery.step;
  if (passed) return { name, note: "converged", share: 100, tone: "ok", place: "done" };
  if (index > delivery.step) return { name, note: isOpen(delivery) ? "to come" : "not reached", share: 0, tone: "off", place: "todo" };
  const arrived = members.filter((member) => member.step === index && member.outcome === "converged").length;
  const share = members.length === 0 ? 0 : Math.round((100 * arrived) / members.length);
  const note = `${arrived} of ${members.length} ${members.length === 1 ? "target" : "targets"}`;
  return { name, note, share: delivery.state === "rolling" ? Math.max(4, share) : 100, tone: toneOf(delivery), place: "current" };
}

function after(delivery: Delivery): Step {
  if (delivery.state === "settled") return { name: "After", note: `settled${duration(delivery)}`, share: 100, tone: "ok", place: "done" };
  return { name: "After", note: isOpen(delivery) ? "to come" : "not reached", share: 0, tone: "off", place: "todo" };
}

function nowNote(delivery: Delivery): string {
  return delivery.state === "failed" ? "ended here" : delivery.state;
}

function duration(delivery: Delivery): string {
  const whole = took(delivery);
  return whole === undefined ? "" : ` in ${whole}`;
}

function toneOf(delivery: Delivery): Tone {
  switch (delivery.state) {
    case "waiting":
    case "cancelled":
    case "superseded":
      return "off";
    case "rolling":
    case "cancelling":
      return "move";
    case "stuck":
    case "failed":
      return "bad";
    case "settled":
      return "ok";
  }
}
