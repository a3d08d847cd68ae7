import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { application as definitionOf, deliveries, placement } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { LOOKS, type Status } from "../../design/status";
import { Ago } from "../../design/Time";
import type { Delivery, Placement } from "../../lib/api/contract";
import { More } from "../activity/More";
import { Deploy } from "../applications/Deploy";
import { LeftOver } from "../controls/LeftOver";
import { Pause } from "../controls/Pause";
import { RollBack } from "../controls/RollBack";
import { StandsStill } from "../controls/StandsStill";
import { Bypassed } from "../deliveries/Bypassed";
import { took } from "../deliveries/state";
import { shortRef, version } from "../deliveries/version";
import { External } from "../external/External";
import { IsItIn } from "../inclusion/IsItIn";
import { LockNotes } from "../locks/LockNotes";
import { Locking } from "../locks/Locking";
import { Origins } from "../origins/Origins";
import { Unshipped } from "../why/Unshipped";
import { WhyHere } from "../why/WhyHere";
import { shown } from "./shown";

/** What runs here, and what came before? */
export function PlacementPage() {
  const { application = "", environment = "" } = useParams();
  const query = useQuery(placement(application, environment));
  return (
    <Loaded query={query} what="placement">
      {(of) => <One of={of} />}
    </Loaded>
  );
}

function One({ of }: { of: Placement }) {
  const title = titleOf(of);
  useTitle(title);
  const cell = shown(of);
  const { data: definition } = useQuery(definitionOf(of.application));
  return (
    <>
      <section className="head">
        <h1 className="h1">{title}</h1>
        <p className="state">
          {cell !== undefined && (
            <>
              <Glyph status={cell.status} share={cell.share ?? 0} silent />
              <span className={`say ${LOOKS[cell.status].tone}`}>{cell.word ?? LOOKS[cell.status].name}</span>
              {cell.detail !== undefined && <Outside text={cell.detail} />}
            </>
          )}
          {of.inForce !== undefined && (
            <span>
              Came into force <Ago at={of.inForce.since} />.
            </span>
          )}
          {of.external !== undefined && <span className="chip">external: {of.external.last.tool}</span>}
          {of.queued > 0 && (
            <Link className="link" to={paths.queue()}>
              {of.queued} in the queue
            </Link>
          )}
        </p>
        <div className="acts">
          {of.inForce !== undefined && <RollBack at={of} />}
          {of.paused === undefined && <Pause at={of} />}
          <Locking scope={{ application: of.application, environment: of.environment }} />
          {definition !== undefined && <Deploy of={definition} to={of.environment} />}
        </div>
      </section>
      {[of.active, of.inForce].map((each) => each !== undefined && <Bypassed key={each.number} number={each.number} of={each.bypassed} />)}
      <LeftOver of={of} />
      <StandsStill at={of} />
      <WhyHere at={of} />
      <Unshipped at={of} />
      <LockNotes where={{ application: of.application, environment: of.environment }} />
      <Deliveries of={of} />
      <External of={of} />
      {(of.inForce ?? of.external?.succeeded) !== undefined && <IsItIn at={of} />}
      <Origins at={of} />
    </>
  );
}

function Deliveries({ of }: { of: Placement }) {
  const query = useInfiniteQuery(deliveries(of.application, of.environment));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Panel title="Deliveries" end={query.data === undefined ? undefined : `${items.length} of ${total}`}>
      {query.data !== undefined && items.length === 0 && <p className="nothing">None yet. The first shipment that reaches {of.environment} makes number 1.</p>}
      <ol className="rows-of">
        {items.map((each) => (
          <DeliveryRow key={each.number} of={each} />
        ))}
      </ol>
      <More query={query} what="deliveries" />
    </Panel>
  );
}

function DeliveryRow({ of }: { of: Delivery }) {
  const duration = took(of);
  return (
    <li>
      <Glyph status={statusOf(of)} />
      <Link className="what trunc" to={paths.delivery(of.application, of.environment, of.number)}>
        #{of.number} <code>{version(of)}</code>
      </Link>
      <span className="why trunc">
        {of.inForce && <span className="chip ok">in force</span>} {of.because !== undefined && of.state !== "settled" ? <Outside text={of.because.sentence} longest={200} /> : of.ref !== undefined && <Outside text={shortRef(of.ref)} longest={80} />}
      </span>
      <span className="meta">
        {duration !== undefined && `${duration} · `}
        <Ago at={of.madeAt} />
      </span>
    </li>
  );
}

/** A delivery's shape in a list; one that was in force before is superseded. */
export function statusOf(delivery: Delivery): Status {
  switch (delivery.state) {
    case "waiting":
      return "waiting";
    case "rolling":
      return "moving";
    case "stuck":
      return "stuck";
    case "settled":
      return delivery.inForce ? "healthy" : "superseded";
    case "failed":
      return "failing";
    case "cancelling":
      return "moving";
    case "cancelled":
    case "superseded":
      return "superseded";
  }
}

function titleOf(of: Placement): string {
  const where = `${of.application} in ${of.environment}`;
  const elsewhere = of.external?.succeeded;
  if (of.inForce === undefined && elsewhere !== undefined) return `${where}: ${elsewhere.tool} brought ${version(elsewhere)}`;
  if (of.inForce === undefined) return `${where}: nothing is in force yet`;
  return `${where} runs ${version(of.inForce)}, delivery #${of.inForce.number}`;
}
