import { useEffect, useRef } from "react";
import { Copy } from "../../design/Copy";
import { Outside } from "../../design/Outside";
import type { Failure } from "../../lib/api/failure";

/** What did not happen, why, and whether it is safe to try again; it stands where the action was. */
export function NotDone({ failure }: { failure: Failure }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="not-done" role="alert" ref={box} tabIndex={-1}>
      <p className="say bad">{failure.open ? "It is not known whether this happened" : "This did not happen"}</p>
      <p>
        <Outside text={failure.sentence} longest={600} />
      </p>
      <p>{failure.again}</p>
      {failure.correlation !== undefined && (
        <p className="meta">
          <Outside text={failure.code ?? ""} longest={80} mono /> · correlation <code>{failure.correlation}</code> <Copy text={failure.correlation} what="the correlation" />
        </p>
      )}
    </div>
  );
}
