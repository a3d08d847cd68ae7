import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refused } from "../lib/api/http";
import { Copy } from "../design/Copy";
import { Lead } from "../design/Panel";
import { NotFoundPage } from "./NotFoundPage";

/** Shows data once they are there, keeps them while they are read again, and says what is wrong when there are none. */
export function Loaded<T>({ query, what, children }: { query: UseQueryResult<T>; what: string; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error instanceof Refused && query.error.status === 404) return <NotFoundPage what={what} />;
  if (query.error !== null) return <Failed failure={query.error} what={what} again={() => void query.refetch()} />;
  return (
    <p className="loading quiet" role="status">
      Reading…
    </p>
  );
}

/** What did not happen, why, and what to do. */
function Failed({ failure, what, again }: { failure: Error; what: string; again: () => void }) {
  const correlation = failure instanceof Refused ? failure.problem?.correlation : undefined;
  return (
    <>
      <Lead title={`This ${what} could not be read`}>{failure.message} Reading again is safe.</Lead>
      <div className="bar">
        <button type="button" className="btn" onClick={again}>
          Read again
        </button>
        {correlation !== undefined && (
          <span className="meta">
            Correlation <code>{correlation}</code> <Copy text={correlation} what="the correlation" />
          </span>
        )}
      </div>
    </>
  );
}
