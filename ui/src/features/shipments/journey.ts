import type { Shipment } from "../../lib/api/contract";
import { listed } from "../../lib/words/list";

/** Where a journey would end, and what that means at each environment of the way. */
export interface JourneysEnd {
  readonly environment: string;
  readonly facts: readonly (readonly [string, string])[];
}

/** What cancelling a shipment does; undefined when it is not on its way any more. */
export function journeysEnd(shipment: Shipment): JourneysEnd | undefined {
  const here = shipment.stops.find((stop) => stop.state === "delivering" || stop.state === "queued");
  if (shipment.state !== "travelling" || here === undefined) return undefined;
  const named = (state: "arrived" | "ahead") => shipment.stops.filter((stop) => stop.state === state).map((stop) => stop.environment);
  const ahead = named("ahead");
  const arrived = named("arrived");
  const ends =
    here.state === "queued"
      ? `It leaves the queue of ${here.environment}; nothing was ordered there.`
      : `Its delivery${here.number === undefined ? "" : ` #${here.number}`} in ${here.environment} is cancelled: its targets are ordered back, and a command that runs is ended.`;
  return {
    environment: here.environment,
    facts: [
      ["What happens", ahead.length === 0 ? ends : `${ends} It does not go on to ${listed(ahead)}.`],
      ["What stays", arrived.length === 0 ? "It has not arrived anywhere yet." : `Where it has arrived it stays: ${listed(arrived)}.`],
      ["The way back", "To have it after all, deploy the same commit again."],
    ],
  };
}
