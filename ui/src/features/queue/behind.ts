import type { Delivery, QueueItem } from "../../lib/api/contract";

/** Those in the queue that wait until a failed delivery is replaced; they name it in the command that would help. */
export function waitingBehind(failed: Pick<Delivery, "id">, items: readonly QueueItem[]): readonly QueueItem[] {
  return items.filter((item) => item.wayOut === `slipway queue go-on ${failed.id}`);
}
