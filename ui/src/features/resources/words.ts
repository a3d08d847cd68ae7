import type { Resource, ResourceAsked } from "../../lib/api/contract";
import { listed } from "../../lib/words/list";
import { counted, sentence } from "../../lib/words/number";

/** At which versions a resource is, in one line. */
export function versionsOf({ versions }: Resource): string {
  return versions.length === 0 ? "nobody said yet at which version it is" : listed(versions.map(({ version, environment }) => `${version} ${environment === undefined ? "everywhere" : `in ${environment}`}`));
}

/** What owners were asked for and what has not come yet. */
export function missing(resources: readonly Resource[]): readonly ResourceAsked[] {
  return resources.flatMap(({ asked }) => asked.filter(({ met }) => !met));
}

/** The answer of the page. */
export function titleOf(resources: readonly Resource[]): string {
  const open = missing(resources).length;
  if (resources.length === 0) return "Nothing outside is waited for";
  if (open === 0) return sentence(`${counted(resources.length, "resource")}, and nothing is asked of their owners`);
  return sentence(`${counted(open, "version")} ${open === 1 ? "is" : "are"} asked of ${open === 1 ? "its owner" : "their owners"}`);
}
