import { address } from "../api/http";
import type { Change as Told, Reason } from "../api/contract";
import type { Change, Ports } from "./stream";

/** A change with what it is about. */
export interface Spoken extends Change {
  readonly told: Told;
}

/** The browser's own ports: server-sent events, its clock, its frames. */
export function browserPorts(): Ports<Spoken> {
  return {
    open(from, heard) {
      const source = new EventSource(address("/api/v1/changes", {}, { after: from }));
      source.addEventListener("open", () => heard.opened());
      source.addEventListener("change", (event) => {
        const told = JSON.parse(event.data as string) as Told;
        heard.change({ position: told.position, key: keyOf(told), told });
      });
      source.addEventListener("heartbeat", (event) => heard.heartbeat(positionOf(event.lastEventId)));
      source.addEventListener("relist", (event) => heard.expired(positionOf(event.lastEventId)));
      source.addEventListener("ended", (event) => heard.ended((JSON.parse(event.data as string) as Reason).sentence));
      // The browser would try again by itself, without a bound and from an id that we may have passed.
      source.addEventListener("error", () => heard.closed());
      return { close: () => source.close() };
    },
    now: () => Date.now(),
    later(delay, run) {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
    frame(run) {
      // A hidden page paints no frames; then a short delay does as well.
      if (document.hidden) {
        const timer = setTimeout(run, 250);
        return () => clearTimeout(timer);
      }
      const request = requestAnimationFrame(run);
      return () => cancelAnimationFrame(request);
    },
    chance: () => Math.random(),
  };
}

/** Changes of the same thing share a key: the latest of them is enough. */
export function keyOf(told: Told): string {
  return [told.application, told.environment, told.number, told.shipment, told.target].map((part) => part ?? "").join("|");
}

function positionOf(id: string): number | undefined {
  const position = Number(id);
  return id !== "" && Number.isSafeInteger(position) ? position : undefined;
}
