import { Glyph } from "../../design/Glyph";
import { useNow } from "../../design/now";
import { Outside } from "../../design/Outside";
import { Ago } from "../../design/Time";
import type { Environment, Target, TargetRest } from "../../lib/api/contract";
import { freshness } from "./fresh";
import { TargetActs } from "./TargetActs";

/** A target: whether it is heard, and all in which it is other than it should be. */
export function Reach({ target, of }: { target: Target; of: Environment }) {
  const { status, words } = freshness(target, of, useNow());
  return (
    <li>
      <Glyph status={status} />
      <span className="trunc">{target.name}</span>
      <span className="meta">{words}</span>
      {target.rest !== undefined && <Rests rest={target.rest} />}
      {target.deviations.length > 0 && (
        <ul className="deviations" aria-label={`In what ${target.name} deviates`}>
          {target.deviations.map((each) => (
            <li key={`${each.code} ${each.sentence}`}>
              <Outside text={each.sentence} longest={400} />
              {each.since !== undefined && (
                <span className="meta">
                  {" since "}
                  <Ago at={each.since} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <TargetActs target={target} />
    </li>
  );
}

/** Who has it rest, and why. */
function Rests({ rest: { kind, by, because, at } }: { rest: TargetRest }) {
  return (
    <p className="meta rests">
      {kind === "paused" ? "Paused" : "Removed"} by <Outside text={by.name} longest={60} /> <Ago at={at} />
      {because !== undefined && (
        <>
          {": "}
          <Outside text={because} longest={300} />
        </>
      )}
    </p>
  );
}
