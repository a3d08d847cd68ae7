import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { placements } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { ActiveRollout, Placement } from "../../lib/api/contract";
import { version } from "../deliveries/version";
import { shown } from "../placements/shown";
import { RowActs } from "./RowActs";

/** The deliveries before which the others wait, each with what it waits for itself. Nothing where none is on its way. */
export function OnTheirWay() {
  const { data } = useQuery(placements());
  const moving = (data?.items ?? []).flatMap((placement) => (placement.active === undefined ? [] : [{ placement, active: placement.active }]));
  if (moving.length === 0) return null;
  return (
    <Panel title="On their way" end={String(moving.length)}>
      <ul className="rows-of acting">
        {moving.map(({ placement, active }) => (
          <Row key={`${placement.application}/${placement.environment}`} of={placement} active={active} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ of, active }: { of: Placement; active: ActiveRollout }) {
  const cell = shown(of);
  return (
    <li>
      <Glyph status={cell?.status ?? "waiting"} share={active.share} />
      <Link className="what trunc" to={paths.delivery(of.application, of.environment, active.number)}>
        {of.application} <code>{version(active)}</code> <span>to {of.environment}</span>
      </Link>
      <span className="why trunc">
        <Outside text={cell?.detail ?? cell?.word ?? ""} longest={240} />
      </span>
      <span className="meta">
        #{active.number} · <Ago at={active.since} />
      </span>
      <RowActs at={of} shipment={active.shipment} why={paths.delivery(of.application, of.environment, active.number)} active={active} />
    </li>
  );
}
