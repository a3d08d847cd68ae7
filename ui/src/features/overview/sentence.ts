import type { Status } from "../../design/status";
import type { Placement } from "../../lib/api/contract";
import { counted, grouped, numeral, sentence } from "../../lib/words/number";
import { shown } from "../placements/shown";

/** The overview's answer: at most two clauses, what is worst first; then one line of figures. */
export interface Answer {
  readonly title: string;
  readonly detail: string;
}

/** Says whether everything is as it should be, going by what the server told of every placement. */
export function answer(placements: readonly Placement[]): Answer {
  const cells = placements.map((placement) => ({ placement, status: shown(placement)?.status }));
  const having = (...statuses: Status[]) => cells.filter((cell) => cell.status !== undefined && statuses.includes(cell.status));
  const applications = (...statuses: Status[]) => new Set(having(...statuses).map((cell) => cell.placement.application)).size;
  const delivered = cells.filter((cell) => cell.status !== undefined).length;
  if (delivered === 0) return { title: "Nothing is delivered yet", detail: "The first push that a trigger matches will show here." };

  const failing = applications("failing");
  const stuck = applications("stuck");
  const drift = applications("drift");
  const approving = having("person").length;
  const moving = having("moving").length;
  const waiting = having("waiting", "queued").length;
  const clauses = [
    failing > 0 && `${counted(failing, "application")} ${failing === 1 ? "is" : "are"} failing`,
    stuck > 0 && `${failing > 0 ? numeral(stuck) : counted(stuck, "application")} ${stuck === 1 ? "is" : "are"} stuck`,
    approving > 0 && `${counted(approving, "delivery", "deliveries")} ${approving === 1 ? "waits" : "wait"} for approval`,
    drift > 0 && `${counted(drift, "application")} ${drift === 1 ? "differs from its order" : "differ from their orders"}`,
    moving > 0 && `${counted(moving, "rollout")} ${moving === 1 ? "moves" : "move"}`,
    waiting > 0 && `${counted(waiting, "delivery", "deliveries")} ${waiting === 1 ? "waits" : "wait"}`,
  ].filter((clause) => clause !== false);
  const healthy = having("healthy").length;
  return {
    title: clauses.length === 0 ? "Everything runs as ordered" : sentence(clauses.slice(0, 2).join(", ")),
    detail: figures(healthy, delivered, clauses.slice(2)),
  };
}

function figures(healthy: number, delivered: number, rest: readonly string[]): string {
  const whole = healthy === delivered ? allOf(delivered) : `${grouped(healthy)} of ${grouped(delivered)} ${delivered === 1 ? "placement" : "placements"} ${delivered === 1 ? "is" : "are"} healthy and as ordered.`;
  return [...(rest.length === 0 ? [] : [`${sentence(rest.join(", "))}.`]), whole].join(" ");
}

function allOf(delivered: number): string {
  return delivered === 1 ? "The one placement is healthy." : `All ${grouped(delivered)} placements are healthy.`;
}
