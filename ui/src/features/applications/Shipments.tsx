import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { shipments } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Shipment } from "../../lib/api/contract";
import { shortRef, version } from "../deliveries/version";
import { stopStatus } from "../shipments/stops";

/** The newest shipments, each with its stops as glyphs in the order of the route. */
export function Shipments({ application }: { application: string }) {
  const { data } = useQuery(shipments(application));
  return (
    <Panel title="Shipments" end={data === undefined ? undefined : `newest ${data.items.length} of ${data.total}`}>
      {data?.items.length === 0 && <p className="nothing">None yet. The next event that a trigger matches makes the first.</p>}
      <ol className="rows-of">
        {data?.items.map((each) => (
          <Row key={each.id} of={each} />
        ))}
      </ol>
    </Panel>
  );
}

function Row({ of }: { of: Shipment }) {
  return (
    <li>
      <Glyph status={STATUS[of.state]} silent />
      <Link className="what trunc" to={paths.shipment(of.id)}>
        <code>{version(of)}</code> {of.ref !== undefined && <Outside text={shortRef(of.ref)} longest={60} />}
      </Link>
      <span className="why stops">
        {of.stops.map((stop) => (
          <span key={stop.environment} title={`${stop.environment}: ${stop.state}`}>
            <Glyph status={stopStatus(stop.state)} share={50} silent />
            <span className="meta">{stop.environment}</span>
          </span>
        ))}
      </span>
      <span className="meta">
        <Ago at={of.madeAt} />
      </span>
    </li>
  );
}

const STATUS = { travelling: "done", arrived: "healthy", stopped: "stuck", superseded: "superseded" } as const;
