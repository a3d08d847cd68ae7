import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { changes } from "../../app/reads";
import { useCalm } from "../../design/calm";
import { Outside } from "../../design/Outside";
import type { DeployPreview } from "../../lib/api/contract";
import { Refused } from "../../lib/api/http";
import type { PlacementRef } from "../controls/Pause";
import { bringing } from "./bringing";
import { CommitRows } from "./CommitRows";
import { commits } from "./words";

/** So many of the commits are listed; how many there are stands above them. */
const COMMITS = 5;

/** What deploying would change, beside the words as they are typed; asked once they stand still. */
export function Bringing({ at: { application, environment }, revision }: { at: PlacementRef; revision: string }) {
  const typed = revision.trim();
  const asked = useCalm(typed);
  const askable = !/\s/.test(asked);
  const { data, error, isPlaceholderData } = useQuery({
    ...changes(application, environment, asked),
    enabled: askable,
    placeholderData: (before, query) => (query?.queryKey[1] === application && query.queryKey[2] === environment ? keepPreviousData(before) : undefined),
  });
  const reading = asked !== typed || isPlaceholderData || (data === undefined && error === null);
  return (
    <section className={`bringing ${reading ? "reading" : ""}`} aria-label="What would change" aria-busy={reading}>
      <p className="wrap" role="status">
        {reading && data === undefined ? "Reading what would change…" : <Said data={data} error={error} />}
      </p>
      {data !== undefined && error === null && (
        <>
          <CommitRows of={data.brings} most={COMMITS} />
          {data.takesBack.total > 0 && (
            <>
              <p className="goes">Taken back: {commits(data.takesBack)}.</p>
              <CommitRows of={data.takesBack} most={COMMITS} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function Said({ data, error }: { data: DeployPreview | undefined; error: Error | null }) {
  if (error !== null) {
    return (
      <>
        What would change could not be read: <Outside text={error instanceof Refused ? error.message : "the server did not answer."} longest={300} />
      </>
    );
  }
  return data === undefined ? null : <Outside text={bringing(data)} longest={400} />;
}
