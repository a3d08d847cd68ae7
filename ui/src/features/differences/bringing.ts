import type { DeployPreview } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { shortRef } from "../deliveries/version";
import { commits } from "./words";

/** What a deploy would change, in one sentence, or why that cannot be said. */
export function bringing({ from, to, because, brings, takesBack }: DeployPreview): string {
  if (to === undefined) return because?.sentence ?? "It means no commit.";
  const named = to.ref === undefined ? shortCommit(to.sha) : `${shortRef(to.ref)} is ${shortCommit(to.sha)}`;
  if (from === undefined) return `${named}. It would be the first one here${brings.total === 0 ? "." : `, with ${commits(brings)}.`}`;
  const force = `#${from.number} (${shortCommit(from.sha)}), which is in force`;
  if (from.sha === to.sha) return `${named}, the commit of ${force}. No commit comes or goes.`;
  if (brings.because !== undefined || takesBack.because !== undefined) return `${named}, compared with ${force}.`;
  const does = [...(brings.total === 0 ? [] : [`brings ${commits(brings)}`]), ...(takesBack.total === 0 ? [] : [`takes ${commits(takesBack)} back`])];
  return `${named}. Compared with ${force}, it ${does.length === 0 ? "brings nothing" : does.join(" and ")}.`;
}
