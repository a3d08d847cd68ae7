import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { set } from "../../app/reads";
import { Copy } from "../../design/Copy";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { SetMember, ShipSet } from "../../lib/api/contract";
import { CancelSet, RollBackSet } from "./SetActs";
import { arrivedIn, howItIs } from "./sets";
import { stopStatus } from "./stops";

/** What a shipment goes as one with: how far each has come, by environment, and what can be done about all of it. */
export function Together({ id }: { id: string }) {
  const { data } = useQuery(set(id));
  return data === undefined ? null : <All of={data} />;
}

function All({ of }: { of: ShipSet }) {
  return (
    <Panel title="As one" end={howItIs(of)}>
      {of.because !== undefined && (
        <p className="soft">
          <Outside text={of.because.sentence} longest={400} />
        </p>
      )}
      <ol className="rows-of">{of.travel.flatMap((environment) => of.members.map((member) => <Row key={`${member.application}/${environment}`} member={member} environment={environment} />))}</ol>
      <div className="acts">
        {of.state === "travelling" && <CancelSet of={of} />}
        {arrivedIn(of).map((environment) => (
          <RollBackSet key={environment} of={of} environment={environment} />
        ))}
      </div>
      <details className="deeper">
        <summary>For the command line</summary>
        <dl className="kv">
          <dt>Set</dt>
          <dd className="hash">
            <code>{of.id}</code>
            <Copy text={of.id} what="the set's id" />
          </dd>
        </dl>
      </details>
    </Panel>
  );
}

function Row({ member, environment }: { member: SetMember; environment: string }) {
  const stop = member.stops.find((each) => each.environment === environment);
  if (stop === undefined) return null;
  const to = stop.number === undefined ? paths.shipment(member.shipment) : paths.delivery(member.application, environment, stop.number);
  return (
    <li>
      <Glyph status={stopStatus(stop.state)} silent />
      <Link className="what trunc" to={to}>
        {member.application} <span>in {environment}</span> {stop.number !== undefined && <span>#{stop.number}</span>}
      </Link>
      <span className="why trunc">
        {stop.because === undefined ? stop.state : <Outside text={stop.because.sentence} longest={240} />}
        {member.after.length > 0 && stop.state !== "arrived" && ` · after ${member.after.join(", ")}`}
      </span>
      <span className="meta">{stop.since !== undefined && <Ago at={stop.since} />}</span>
    </li>
  );
}
