import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { whyAt } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { PlacementRef } from "../controls/Pause";
import { shapeOf } from "./shapes";
import { Ways } from "./Ways";

/** Everything that a placement waits for, decided afresh by the server, and what could be done about it. Nothing where it waits for nothing. */
export function WhyHere({ at }: { at: PlacementRef }) {
  const { data } = useQuery(whyAt(at.application, at.environment));
  if (data === undefined || data.unmet.length === 0) return null;
  return (
    <Panel
      title="Why not yet"
      end={
        data.delivery === undefined ? undefined : (
          <Link className="link" to={paths.delivery(at.application, at.environment, data.delivery)}>
            #{data.delivery}
          </Link>
        )
      }
    >
      <ul className="why">
        {data.unmet.map((unmet) => (
          <li key={`${unmet.what} ${unmet.because.sentence}`}>
            <Glyph status={shapeOf(unmet.what)} />
            <p className="q">
              <Outside text={unmet.because.sentence} />
            </p>
            <Ways of={unmet} where={at} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
