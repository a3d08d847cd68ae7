import type { Tone } from "../../design/status";
import type { Delivery, DeliveryDetail, Unmet } from "../../lib/api/contract";
import { clock } from "../../lib/words/time";
import { isOpen, took } from "./state";

/** One piece of the bar over a delivery. {@code share} is in percent and comes from members that converged, never from time. */
export interface Step {
  readonly name: string;
  readonly note: string;
  readonly share: number;
  readonly tone: Tone;
  readonly place: "done" | "current" | "todo";
}

/** Before, each step, the time in which it bakes, after: what is behind, what is now, what is to come. */
export function steps(detail: DeliveryDetail, unmet: readonly Unmet[] = [], zone?: string): readonly Step[] {
  const { delivery } = detail;
  const count = Math.max(1, delivery.steps);
  const middle = Array.from({ length: count }, (_, index) => index + 1).flatMap((index) =>
    index === delivery.bakes ? [step(detail, index, count), bake(detail, unmet, zone)] : [step(detail, index, count)],
  );
  return [before(delivery), ...middle, after(delivery)];
}

/** Whether every target is at the step after which it bakes, and the time is not over. */
function isBaking({ delivery, guardrails }: DeliveryDetail): boolean {
  return delivery.step === delivery.bakes && guardrails.some((each) => each.name === "bake" && each.verdict === "pending");
}

function bake(detail: DeliveryDetail, unmet: readonly Unmet[], zone: string | undefined): Step {
  const { delivery } = detail;
  const name = "Bake";
  if (delivery.state === "settled" || delivery.step > (delivery.bakes ?? 0)) return { name, note: "healthy all the time", share: 100, tone: "ok", place: "done" };
  if (!isBaking(detail)) return { name, note: isOpen(delivery) ? "to come" : "not reached", share: 0, tone: "off", place: "todo" };
  const until = unmet.find((each) => each.what === "bake")?.earliest;
  const note = !isOpen(delivery) ? "ended here" : until === undefined ? "baking" : `baking until ${clock(new Date(until), zone)}`;
  return { name, note, share: 100, tone: toneOf(delivery), place: "current" };
}

function before(delivery: Delivery): Step {
  const begun = delivery.step > 0 || delivery.state === "settled";
  if (begun) return { name: "Before", note: delivery.strategy ?? "", share: 100, tone: "ok", place: "done" };
  return { name: "Before", note: nowNote(delivery), share: 100, tone: toneOf(delivery), place: "current" };
}

function step(detail: DeliveryDetail, index: number, count: number): Step {
  const { delivery, members } = detail;
  const name = count === 1 ? "All targets" : `Step ${index} of ${count}`;
  const passed = delivery.state === "settled" || index < delivery.step || (index === delivery.step && isBaking(detail));
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
