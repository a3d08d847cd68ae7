import type { Policy, PolicyRule } from "../../lib/api/contract";
import { listed } from "../../lib/words/list";
import { counted, sentence } from "../../lib/words/number";

/** What a policy is for, in one line. */
export function reachOf({ reach }: Policy): string {
  const labels = Object.entries(reach.labels).map(([name, value]) => `${name}: ${value}`);
  const parts = [
    ["services", reach.services],
    ["applications", reach.applications],
    ["environments", reach.environments],
    ["environments with", labels],
  ] as const;
  const said = parts.filter(([, names]) => names.length > 0).map(([what, names]) => `${what} ${listed(names)}`);
  return said.length === 0 ? "every service everywhere" : said.join(", ");
}

/** What a rule asks for, as its document says it. */
export function asks({ must, when }: PolicyRule): string {
  const text = must.trim().replaceAll(/\s+/g, " ");
  return when === undefined ? text : `${text}, when ${when.trim().replaceAll(/\s+/g, " ")}`;
}

/** Which revision it is, and which earlier one it is again. */
export function revisionOf({ revision, restores }: Policy): string {
  return restores === undefined ? `revision ${revision}` : `revision ${revision}, as ${restores} was`;
}

/** The answer of the page. */
export function titleOf(policies: readonly Policy[]): string {
  if (policies.length === 0) return "No policy says no to anything";
  const rules = policies.reduce((sum, policy) => sum + policy.rules.length, 0);
  return sentence(`${counted(rules, "rule")} of ${counted(policies.length, "policy", "policies")} ${rules === 1 ? "has" : "have"} to hold`);
}
