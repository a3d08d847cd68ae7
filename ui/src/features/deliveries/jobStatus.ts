import type { Status } from "../../design/status";
import type { Job } from "../../lib/api/contract";

/** What succeeded and cannot be taken back has a shape of its own. */
export function statusOf({ state, irreversible }: Job): Status {
  switch (state) {
    case "pending":
      return "toCome";
    case "running":
      return "moving";
    case "succeeded":
      return irreversible ? "floor" : "healthy";
    case "failed":
      return "failing";
    case "unknown":
      return "unknown";
  }
}
