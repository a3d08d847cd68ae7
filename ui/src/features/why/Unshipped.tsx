import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { whyAt } from "../../app/reads";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import { shortCommit } from "../../lib/words/digest";
import type { PlacementRef } from "../controls/Pause";
import { shortRef } from "../deliveries/version";
import { said } from "./said";

/** What was pushed since a trigger shipped something last, and what each trigger said of it. Nothing where the newest push was shipped. */
export function Unshipped({ at }: { at: PlacementRef }) {
  const { data } = useQuery(whyAt(at.application, at.environment));
  if (data === undefined || data.unshipped.length === 0) return null;
  return (
    <Panel title="Pushed, and not shipped">
      <ul className="why">
        {data.unshipped.map((push) => (
          <li key={`${push.event} ${push.ref}`}>
            <p className="q">
              <Link className="link mono" to={paths.event(push.event)}>
                {shortCommit(push.sha)}
              </Link>{" "}
              of <Outside text={shortRef(push.ref)} longest={80} />, <Ago at={push.at} />
            </p>
            {said(push).map((sentence) => (
              <p key={sentence} className="a">
                <Outside text={sentence} longest={300} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
