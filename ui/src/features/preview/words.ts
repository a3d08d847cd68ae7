import type { Preview, PreviewRequest, PreviewStop } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { listed } from "../../lib/words/list";
import { counted } from "../../lib/words/number";
import { given } from "../applications/given";

/** What is asked of the server: what was left empty is left out. */
export function requestOf(revision: string, document: string, typed: string): PreviewRequest {
  const named = revision.trim();
  const parameters = given(typed);
  return {
    ...(named === "" ? {} : { revision: named }),
    ...(document.trim() === "" ? {} : { definition: { name: "slipway.yaml", content: document } }),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

/** What it would come to, in one sentence. */
export function answer(application: string, { items }: Preview): string {
  if (items.length === 0) return `${application} goes to no environment that you may see`;
  const refused = items.filter((each) => each.refused !== undefined);
  if (refused.length > 0) return `${listed(refused.map((each) => each.environment))} would not take it`;
  const other = items.filter((each) => each.services.length > 0);
  return other.length === 0 ? `Nothing of ${application} would be other than it is` : `${application} would be other than it is in ${listed(other.map((each) => each.environment))}`;
}

/** From what to what one environment would go, and where. */
export function going({ from, to, targets }: PreviewStop): string {
  const where = targets.length === 0 ? "at no target yet" : `at ${targets.length > 3 ? counted(targets.length, "target") : listed(targets)}`;
  const commit = to === undefined ? "" : shortCommit(to.sha);
  return from === undefined ? `Would get ${commit}, the first one there, ${where}` : `Would go from #${from.number} (${shortCommit(from.sha)}) to ${commit}, ${where}`;
}
