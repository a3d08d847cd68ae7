import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { explanation } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { ExplainedValue } from "../../lib/api/contract";
import type { PlacementRef } from "../controls/Pause";
import { beside, parted, told, where } from "./words";

/** Which values are in force here, and who set each, where, and against what. Nothing where nothing is delivered yet. */
export function Origins({ at }: { at: PlacementRef }) {
  const { data } = useQuery(explanation(at.application, at.environment));
  if (data === undefined || data.values.length === 0) return null;
  const { said, left } = parted(data.values);
  return (
    <Panel title="Where values come from" end={data.number === undefined ? "as the documents are now" : `#${data.number}`}>
      <Values of={said} />
      {left.length > 0 && (
        <details className="nothing">
          <summary>
            {left.length} {left.length === 1 ? "value is" : "values are"} Slipway’s own, for nobody says anything
          </summary>
          <Values of={left} />
        </details>
      )}
      {data.policies.length > 0 && (
        <ul className="rows-of">
          {data.policies.map((one) => (
            <li key={one.policy}>
              <Glyph status={one.refused === undefined ? "done" : "waiting"} />
              <Link className="what trunc" to={paths.policies()}>
                {one.policy} <span>of {one.owner}</span>
              </Link>
              <span className="why wrap">{one.refused === undefined ? "holds" : <Outside text={one.refused.sentence} longest={500} />}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Values({ of }: { of: readonly ExplainedValue[] }) {
  return (
    <dl className="fields">
      {of.map((value) => (
        <div key={value.path}>
          <dt className="mono wrap">
            <Outside text={value.path} longest={160} />
          </dt>
          <dd>
            <span className="wrap">
              <Outside text={told(value.value)} longest={300} mono />
            </span>
            <p className="meta wrap">
              <Outside text={where(value.source)} longest={200} /> · <Outside text={value.source.owner} longest={80} />
            </p>
            {beside(value).map((line) => (
              <p key={line} className="meta wrap">
                <Outside text={line} longest={300} />
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
