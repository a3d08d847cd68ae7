import type { Status } from "../../design/status";
import type { Delivery, DeliveryDetail, Guardrail, Job, Member, Unmet } from "../../lib/api/contract";
import { shapeOf } from "../why/shapes";
import { statusOf as statusOfJob } from "./jobStatus";
import { isOpen } from "./state";
import { outcomeStatus } from "./timeline";

/** One thing that keeps a delivery from being settled, or kept it from becoming so. */
export interface Open {
  readonly key: string;
  readonly status: Status;
  readonly title: string;
  readonly detail: string;
  /** The command that makes it go on. */
  readonly wayOut?: string;
  /** The target at which a person has to tell the outcome. */
  readonly settles?: Pick<Member, "target">;
  /** What the server says could be done about it. */
  readonly unmet?: Unmet;
}

/** What is open, most important first, and what has passed as one quiet line. */
export interface Why {
  readonly open: readonly Open[];
  readonly passed: readonly string[];
}

/**
 * Why a delivery is not out yet, or what failed: the server's reasons, nothing of our own. What it decided afresh stands
 * beside the reason that it recorded, or as one more.
 */
export function why(detail: DeliveryDetail, afresh: readonly Unmet[] = []): Why {
  const { open: recorded, passed } = fromRecord(detail);
  const joined = recorded.map((each) => {
    const unmet = afresh.find((one) => one.because.sentence === each.title);
    return unmet === undefined ? each : helped(each, unmet);
  });
  const more = afresh.filter((one) => recorded.every((each) => each.title !== one.because.sentence));
  return { open: [...joined, ...more.map((one) => ({ key: `afresh ${one.what} ${one.because.sentence}`, status: shapeOf(one.what), title: one.because.sentence, detail: "", unmet: one }))], passed };
}

/** With the ways that the server knows now, in the place of the one that it recorded. */
function helped({ wayOut, ...each }: Open, unmet: Unmet): Open {
  return unmet.ways.length === 0 && wayOut !== undefined ? { ...each, wayOut } : { ...each, unmet };
}

function fromRecord({ delivery, members, guardrails, jobs }: DeliveryDetail): Why {
  const failed = members.filter((member) => member.outcome === "failed" || member.outcome === "refused" || member.outcome === "unknown");
  const pending = delivery.state === "failed" ? [] : members.filter((member) => member.outcome === "pending" && (jobs.length === 0 || member.attempt > 0));
  // Of a delivery that has ended, what its guardrails said last keeps nothing back any more.
  const judging = isOpen(delivery) ? guardrails : [];
  const own: Open[] =
    delivery.because === undefined || delivery.state === "settled"
      ? []
      : [
          {
            key: "delivery",
            status: delivery.state === "failed" ? "failing" : delivery.state === "stuck" ? "stuck" : statusOf(judging.find((each) => each.verdict !== "pass" && each.because.sentence === delivery.because?.sentence)),
            title: delivery.because.sentence,
            detail: delivery.state === "failed" ? "The delivery ended here; a newer commit, or deploying again, makes a new one." : "",
            ...(delivery.wayOut === undefined ? {} : { wayOut: delivery.wayOut }),
          },
        ];
  return {
    open: [
      ...own,
      ...judging.filter((each) => each.verdict !== "pass" && each.because.sentence !== delivery.because?.sentence).map(guarding),
      ...jobs.filter((job) => job.state === "running" || job.state === "unknown" || job.state === "failed").map((job) => running(delivery, job)),
      ...failed.map((member) => open(delivery, member, outcomeStatus(member.outcome), `${member.target} ${FOUND[member.outcome]}`, newTo(delivery, member.because?.sentence))),
      ...pending.map((member) =>
        member.order === undefined
          ? open(delivery, member, "waiting", `${member.target} waits for its turn`, "")
          : open(delivery, member, "moving", `${member.target} is at work`, member.because?.sentence ?? `It has had its order${member.attempt > 1 ? `, attempt ${member.attempt},` : ""} and has not said that it is done.`),
      ),
    ],
    passed: [...judging.filter((each) => each.verdict === "pass").map((each) => `${each.name} passed`), ...members.filter((member) => member.outcome === "converged").map((member) => `${member.target} as ordered`)],
  };
}

const FOUND = {
  pending: "is at work",
  converged: "runs as ordered",
  failed: "could not become as ordered",
  refused: "refused its order",
  unknown: "does not know what became of its order",
  excluded: "is left out, and gets what is in force when it is back",
} as const;

function guarding(guardrail: Guardrail): Open {
  return { key: `guardrail-${guardrail.name}`, status: statusOf(guardrail), title: guardrail.because.sentence, detail: "" };
}

/** The shape of what a guardrail says; what waits for anything else simply waits. */
function statusOf(guardrail: Guardrail | undefined): Status {
  if (guardrail === undefined) return "waiting";
  const shape = shapeOf(guardrail.name);
  return shape === "waiting" ? VERDICTS[guardrail.verdict] : shape;
}

const VERDICTS = { pass: "healthy", fail: "held", pending: "waiting", inconclusive: "unknown" } as const;

/** A member's sentence, unless the delivery has said the same already. */
function newTo(delivery: Delivery, sentence: string | undefined): string {
  return sentence === undefined || sentence === delivery.because?.sentence ? "" : sentence;
}

function open(delivery: Delivery, member: Member, status: Status, title: string, detail: string): Open {
  return { key: `target-${member.target}`, status, title, detail, ...(isToSettle(delivery, member) ? { settles: member } : {}) };
}

/** A job that has not had its effect; where its delivery is stuck with it, a person says what became of it. */
function running(delivery: Delivery, job: Job): Open {
  const at = job.target === undefined ? "" : ` at ${job.target}`;
  const settles = delivery.state === "stuck" && job.target !== undefined && job.state !== "failed" ? { settles: { target: job.target } } : {};
  return { key: `job-${job.name}`, status: statusOfJob(job), title: `Job ${job.name}${at} ${DONE[job.state]}`, detail: newTo(delivery, job.because?.sentence), ...settles };
}

const DONE = { pending: "has not run", running: "runs, and is run once", succeeded: "succeeded", failed: "failed", unknown: "may have had its effect or not" } as const;

/** Whether a person has to say what became of a member: nobody knows, or it has been silent for too long. */
function isToSettle(delivery: Delivery, member: Member): boolean {
  return delivery.state === "stuck" && (member.outcome === "unknown" || (member.outcome === "pending" && member.order !== undefined));
}
