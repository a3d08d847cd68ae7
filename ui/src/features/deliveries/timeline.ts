import type { Status } from "../../design/status";
import type { Delivery, DeliveryDetail, Entry, Member } from "../../lib/api/contract";
import { kindOf } from "../ledger/kinds";
import { isOpen } from "./state";

/** What happened, in the ledger's order; then where it stands; then what will happen if nothing changes. */
export type Line = Happened | Now | ToCome;

export interface Happened {
  readonly form: "happened";
  /** The position of its entry: the identity of the line, so nothing moves when more arrive. */
  readonly key: string;
  readonly entry: Entry;
  readonly word: string;
  readonly status: Status;
}

export interface Now {
  readonly form: "now";
  readonly key: "now";
  readonly status: Status;
  readonly word: string;
  readonly detail: string;
}

export interface ToCome {
  readonly form: "toCome";
  readonly key: string;
  readonly word: string;
  readonly detail: string;
}

/** Derives the page's history from entries; the same entries give the same lines. */
export function timeline({ delivery, members, timeline: entries }: DeliveryDetail): readonly Line[] {
  const ordered = [...entries].sort((one, other) => one.position - other.position);
  const lines = ordered.map((entry) => happened(entry, ordered, members));
  return isOpen(delivery) ? [...lines, now(delivery, members), ...(delivery.state === "cancelling" ? [] : toCome(delivery))] : lines;
}

function happened(entry: Entry, all: readonly Entry[], members: readonly Member[]): Happened {
  const kind = kindOf(entry.type);
  const outcome = entry.type === "ReportReceived" ? outcomeAt(entry, all, members) : undefined;
  return { form: "happened", key: String(entry.position), entry, word: kind.word, status: outcome ?? kind.status };
}

/** A target's latest report carries what became of its order; the ones before were on the way. */
function outcomeAt(entry: Entry, all: readonly Entry[], members: readonly Member[]): Status | undefined {
  const later = all.some((other) => other.type === "ReportReceived" && other.target === entry.target && other.position > entry.position);
  const member = members.find((each) => each.target === entry.target);
  return later || member === undefined ? undefined : outcomeStatus(member.outcome);
}

/** The shape of what a target said of its order. */
export function outcomeStatus(outcome: Member["outcome"]): Status {
  switch (outcome) {
    case "pending":
      return "waiting";
    case "converged":
      return "healthy";
    case "failed":
    case "refused":
      return "failing";
    case "unknown":
      return "unknown";
    case "excluded":
      return "done";
  }
}

function now(delivery: Delivery, members: readonly Member[]): Now {
  const because = delivery.because?.sentence;
  switch (delivery.state) {
    case "stuck":
      return { form: "now", key: "now", status: "stuck", word: "Now: it cannot go on", detail: because ?? "" };
    case "waiting":
      return { form: "now", key: "now", status: delivery.because?.code === "approval-missing" ? "person" : "waiting", word: "Now: it waits", detail: because ?? "" };
    case "cancelling":
      return { form: "now", key: "now", status: "moving", word: "Now: its targets go back", detail: because ?? "" };
    case "rolling":
    case "settled":
    case "failed":
    case "cancelled":
    case "superseded":
      return { form: "now", key: "now", status: "moving", word: `Now: ${waitingFor(members)}`, detail: because ?? "Targets report as soon as something changes." };
  }
}

function waitingFor(members: readonly Member[]): string {
  const pending = members.filter((member) => member.outcome === "pending");
  const [first] = pending;
  if (first === undefined) return "the targets have their orders";
  return pending.length === 1 ? `${first.target} is at work` : `${pending.length} targets are at work`;
}

function toCome(delivery: Delivery): readonly ToCome[] {
  const left = Array.from({ length: Math.max(0, delivery.steps - delivery.step) }, (_, index) => delivery.step + index + 1);
  return [
    ...left.map((step) => ({ form: "toCome" as const, key: `step-${step}`, word: `Step ${step} of ${delivery.steps}`, detail: "every target gets its order" })),
    { form: "toCome", key: "settled", word: "Settled", detail: "when every target runs as ordered" },
  ];
}
