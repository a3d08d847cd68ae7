import { useQuery } from "@tanstack/react-query";
import { locks } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Ago, Instant } from "../../design/Time";
import type { Lock, ScopeRef } from "../../lib/api/contract";
import { counted } from "../../lib/words/number";
import { covering, scopeWords } from "./scope";
import { Unlocking } from "./Unlocking";

/** What keeps this as it is: who locked it, why, until when, and the way to release it. Nothing where nothing is locked. */
export function LockNotes({ where }: { where: ScopeRef }) {
  const { data } = useQuery(locks());
  return <LockRows locks={covering(data?.items ?? [], where)} />;
}

export function LockRows({ locks: shown }: { locks: readonly Lock[] }) {
  if (shown.length === 0) return null;
  return (
    <section className="panel" aria-label="Locks">
      <ul className="locks">
        {shown.map((lock) => (
          <LockRow key={lock.id} lock={lock} />
        ))}
      </ul>
    </section>
  );
}

/** One lock, in a list of them. */
export function LockRow({ lock }: { lock: Lock }) {
  return (
    <li>
      <Glyph status="locked" silent />
      <p className="wrap">
        <span className="say stop">{lock.strength === "warns" ? "Warning" : "Locked"}</span>: {scopeWords(lock.scope)}{lock.environments.length > 0 && ` (${counted(lock.environments.length, "environment")})`}, by <Outside text={lock.owner.name} longest={60} />.{" "}
        <Outside text={lock.reason} longest={300} />
        {lock.strength === "total" && " It stops rollbacks too."}{" "}
        <span className="meta">
          Since <Ago at={lock.since} />
          {lock.until === undefined ? ", until somebody releases it." : ", until "}
          {lock.until !== undefined && <Instant at={lock.until} />}
        </span>
      </p>
      <div className="acts">
        <Unlocking lock={lock} />
      </div>
    </li>
  );
}
