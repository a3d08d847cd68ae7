import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { shipment } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Copy } from "../../design/Copy";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Shipment, Stop } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { Together as Contained, Confirmed, Made } from "../deliveries/Content";
import { shortRef, version } from "../deliveries/version";
import { CancelShipment } from "./Cancel";
import { journeysEnd } from "./journey";
import { stopStatus, whereItIs } from "./stops";
import { Together } from "./Together";

/** What became of it, everywhere? */
export function ShipmentPage() {
  const { shipment: id = "" } = useParams();
  const query = useQuery(shipment(id));
  return (
    <Loaded query={query} what="shipment">
      {(of) => <One of={of} />}
    </Loaded>
  );
}

function One({ of }: { of: Shipment }) {
  const title = `${of.application} ${version(of)} ${whereItIs(of)}`;
  useTitle(title);
  const end = journeysEnd(of);
  return (
    <>
      <Lead title={<Outside text={title} longest={160} />} acts={end === undefined ? null : <CancelShipment id={of.id} at={{ application: of.application, environment: end.environment }} />}>
        Made <Ago at={of.madeAt} /> by <Made by={of.madeBy} />
        <Confirmed by={of.madeBy} />.
      </Lead>
      <Panel title="Its way">
        <ol className="rows-of">
          {of.stops.map((stop) => (
            <StopRow key={stop.environment} of={of} stop={stop} />
          ))}
        </ol>
      </Panel>
      {of.set !== undefined && <Together id={of.set} />}
      <Panel title="What it carries">
        <dl className="kv in">
          <dt>Commit</dt>
          <dd className="hash">
            <code>{shortCommit(of.sha)}</code>
            <Copy text={of.sha} what="the commit" />
          </dd>
          {of.ref !== undefined && (
            <>
              <dt>From</dt>
              <dd className="wrap">
                <Outside text={shortRef(of.ref)} longest={120} mono />
              </dd>
            </>
          )}
          <Contained contains={of.contains} />
          {of.event !== undefined && (
            <>
              <dt>Event</dt>
              <dd>
                <Link className="link" to={paths.event(of.event)}>
                  What set it off
                </Link>
              </dd>
            </>
          )}
          {Object.entries(of.parameters).map(([name, value]) => (
            <div key={name} className="pair">
              <dt>
                <Outside text={name} longest={40} />
              </dt>
              <dd className="wrap">
                <Outside text={value} longest={200} mono />
              </dd>
            </div>
          ))}
        </dl>
        <details className="deeper">
          <summary>For the command line</summary>
          <dl className="kv">
            <dt>Shipment</dt>
            <dd className="hash">
              <code>{of.id}</code>
              <Copy text={of.id} what="the shipment's id" />
            </dd>
          </dl>
        </details>
      </Panel>
    </>
  );
}

function StopRow({ of, stop }: { of: Shipment; stop: Stop }) {
  const to = stop.number === undefined ? paths.placement(of.application, stop.environment) : paths.delivery(of.application, stop.environment, stop.number);
  return (
    <li>
      <Glyph status={stopStatus(stop.state)} silent />
      <Link className="what trunc" to={to}>
        {stop.environment} {stop.number !== undefined && <span>#{stop.number}</span>}
      </Link>
      <span className="why trunc">
        {stop.because === undefined ? stop.state : <Outside text={stop.because.sentence} longest={200} />}
        {stop.supersededBy !== undefined && (
          <>
            {" by "}
            <Link className="link" to={paths.shipment(stop.supersededBy)}>
              a newer one
            </Link>
          </>
        )}
      </span>
      <span className="meta">{stop.since !== undefined && <Ago at={stop.since} />}</span>
    </li>
  );
}
