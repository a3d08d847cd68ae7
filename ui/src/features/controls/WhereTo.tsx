import { useId } from "react";
import { Outside } from "../../design/Outside";
import type { RollbackChoices } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";

/** What could be gone back to, and why not what not: one of it is chosen. */
export function WhereTo({ of: { items, forgottenBelow }, to, choose }: { of: RollbackChoices; to: number | undefined; choose: (to: number) => void }) {
  const group = useId();
  if (items.length < 2) return null;
  return (
    <fieldset className="asks">
      <legend className="meta">Where to</legend>
      <div className="choices">
        {items.map(({ number, sha, reachable, because }) => (
          <label key={number}>
            <input type="radio" name={group} checked={to === number} disabled={!reachable} onChange={() => choose(number)} />
            <span>
              #{number} ({shortCommit(sha)})
            </span>
            {because !== undefined && (
              <small>
                <Outside text={because.sentence} longest={300} />
              </small>
            )}
          </label>
        ))}
      </div>
      {forgottenBelow !== undefined && <p className="meta">What is older than #{forgottenBelow} is forgotten.</p>}
    </fieldset>
  );
}
