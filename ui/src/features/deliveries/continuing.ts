import type { DeliveryDetail } from "../../lib/api/contract";

/** What going on does, before it is pressed; undefined where nobody's word is asked. */
export interface Continuing {
  readonly happens: string;
  readonly asked: string;
  readonly back: string;
}

/** Whether a delivery waits at a step for somebody's word, and what giving it does. */
export function continuing({ delivery, guardrails }: DeliveryDetail): Continuing | undefined {
  const open = delivery.state === "rolling" || delivery.state === "stuck";
  const asks = guardrails.find((each) => each.name === "decision" && each.verdict === "pending");
  if (!open || asks === undefined) return undefined;
  return {
    happens: `It goes on from step ${delivery.step} of ${delivery.steps}, at every target, as soon as nothing else holds it.`,
    asked: asks.because.sentence,
    back: "Until it settles, Cancel takes all traffic back to what was there before; then a rollback does.",
  };
}
