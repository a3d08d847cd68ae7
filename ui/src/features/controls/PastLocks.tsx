import { Outside } from "../../design/Outside";
import type { Lock } from "../../lib/api/contract";

/** Lets a rollback pass locks, one by one, for whoever may; nothing where there is nothing to pass. */
export function PastLocks({ locks, past, change }: { locks: readonly Lock[]; past: readonly string[]; change: (past: readonly string[]) => void }) {
  if (locks.length === 0) return null;
  return (
    <fieldset className="asks">
      <legend className="meta">It waits for these locks, unless you let it pass them. That is recorded with your name.</legend>
      {locks.map((lock) => (
        <label key={lock.id} className="check">
          <input
            type="checkbox"
            checked={past.includes(lock.id)}
            onChange={(event) => change(event.target.checked ? [...past, lock.id] : past.filter((id) => id !== lock.id))}
          />
          <span className="wrap">
            Pass the lock of <Outside text={lock.owner.name} longest={60} />: <Outside text={lock.reason} longest={300} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
