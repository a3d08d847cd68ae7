import type { CommitList, Difference, FieldDifference, ServiceDifference } from "../../lib/api/contract";
import { counted } from "../../lib/words/number";
import { listed } from "../../lib/words/list";

/** What a difference comes to, in one sentence that begins with its delivery: "#231 brings three commits and changes web". */
export function summary(of: Difference): string {
  const clauses = [
    ...(of.brings.total === 0 ? [] : [`brings ${commits(of.brings)}`]),
    ...(of.takesBack.total === 0 ? [] : [`takes ${commits(of.takesBack)} back`]),
    ...KINDS.flatMap(([change, verb]) => named(of.services, change, verb)),
  ];
  const against = of.from === undefined ? "" : ` #${of.from.number}`;
  if (clauses.length === 0) return `#${of.to.number} is the same as${against}`;
  return `#${of.to.number} ${listed(clauses)}`;
}

const KINDS = [
  ["added", "adds"],
  ["removed", "removes"],
  ["changed", "changes"],
] as const;

function named(services: readonly ServiceDifference[], change: ServiceDifference["change"], verb: string): readonly string[] {
  const names = services.filter((each) => each.change === change).map((each) => each.service);
  return names.length === 0 ? [] : [`${verb} ${names.length > 3 ? counted(names.length, "service") : listed(names)}`];
}

/** How many there are: "three commits", "more than 10 000 commits". */
export function commits({ total, whole }: CommitList): string {
  return `${whole ? "" : "more than "}${counted(total, "commit")}`;
}

/** Whether the server keeps what a field was and is to itself, as it does with what variables hold. */
export function isKept(field: FieldDifference): boolean {
  return field.from === undefined && field.to === undefined;
}

/** Fields that say something to a person at first sight; the archive's digest follows from the commits. */
export function telling(service: ServiceDifference): readonly FieldDifference[] {
  return service.fields.filter((field) => field.field !== "artifact");
}
