import type { Status } from "../../design/status";
import type { Shipment, StopState } from "../../lib/api/contract";

/** The shape of a shipment at one environment. */
export function stopStatus(state: StopState): Status {
  switch (state) {
    case "ahead":
      return "toCome";
    case "queued":
      return "queued";
    case "delivering":
      return "moving";
    case "arrived":
      return "healthy";
    case "failed":
      return "failing";
    case "superseded":
      return "superseded";
    case "stopped":
      return "stuck";
  }
}

/** Where a shipment is, as the end of a sentence that begins with its name. */
export function whereItIs(shipment: Shipment): string {
  const here = shipment.stops.find((stop) => stop.state === "delivering" || stop.state === "queued");
  switch (shipment.state) {
    case "arrived":
      return "has arrived everywhere";
    case "superseded":
      return "was overtaken by a newer one";
    case "stopped":
      return `stopped${at(shipment, "failed") ?? at(shipment, "stopped") ?? ""}`;
    case "travelling":
      return here === undefined ? "is on its way" : `is on its way, now ${here.state === "queued" ? "queued for" : "going to"} ${here.environment}`;
  }
}

function at(shipment: Shipment, state: StopState): string | undefined {
  const stop = shipment.stops.find((each) => each.state === state);
  return stop === undefined ? undefined : ` at ${stop.environment}`;
}
