import type { Delivery } from "../../lib/api/contract";

/** What cancelling does to whom, before it is pressed; undefined where nothing is left to cancel. */
export interface Cancelling {
  readonly happens: string;
  readonly stays: string;
  readonly back: string;
}

/** Whether a delivery can be cancelled, and what that does: what waits ends, what rolls out is ordered back. */
export function cancelling(delivery: Delivery, targets: number): Cancelling | undefined {
  const { application, environment, base, state } = delivery;
  const back = `To have it after all, deploy the same commit again; it becomes a new delivery.`;
  switch (state) {
    case "waiting":
      return { happens: "It ends at once; no target has had an order.", stays: held(base, environment), back };
    case "rolling":
    case "stuck":
      return {
        happens: `${targets === 1 ? "Its target is" : `All ${targets} targets are`} ordered back. A command that runs is ended; what it had done by then stays done.`,
        stays: base === undefined ? `Nothing was in force before, so nothing of ${application} stays in ${environment}.` : held(base, environment),
        back,
      };
    case "cancelling":
    case "settled":
    case "failed":
    case "cancelled":
    case "superseded":
      return undefined;
  }
}

function held(base: number | undefined, environment: string): string {
  return base === undefined ? `Nothing is in force in ${environment}, as before.` : `#${base} stays in force in ${environment}.`;
}
