import { Fragment } from "react";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Copy } from "../../design/Copy";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { ContainedShipment, DeliveryDetail, MadeBy } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { Digests } from "./Digests";
import { shortRef, version } from "./version";

/** Exactly what is delivered: the commit, who asked, and each service; one click deeper, the digests of it all. */
export function Content({ detail: { delivery, contains, services } }: { detail: DeliveryDetail }) {
  return (
    <Panel title="What it delivers" className="chg-p">
      <dl className="kv in">
        <dt>Commit</dt>
        <dd className="hash">
          <code>{shortCommit(delivery.sha)}</code>
          <Copy text={delivery.sha} what="the commit" />
        </dd>
        {delivery.ref !== undefined && (
          <>
            <dt>From</dt>
            <dd className="wrap">
              <Outside text={shortRef(delivery.ref)} longest={80} mono />
            </dd>
          </>
        )}
        <dt>Because</dt>
        <dd className="wrap">
          <Made by={delivery.madeBy} />
          <Confirmed by={delivery.madeBy} />
        </dd>
        <dt>Shipment</dt>
        <dd>
          <Link className="link" to={paths.shipment(delivery.shipment)}>
            {delivery.application} {version(delivery)}
          </Link>
        </dd>
        <Together contains={contains} />
        {delivery.base !== undefined && (
          <>
            <dt>Base</dt>
            <dd>
              <Link className="link" to={paths.delivery(delivery.application, delivery.environment, delivery.base)}>
                #{delivery.base}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <ul className="chg">
        {services.map((service) => (
          <li key={service.service}>
            <b>{service.service}</b>
            <span className="d wrap mono">
              <Outside text={service.words.join(" ")} longest={300} />
            </span>
            {service.after.length > 0 && <span className="meta wrap">after {service.after.join(", ")}</span>}
          </li>
        ))}
      </ul>
      <Digests of={delivery} services={services} />
    </Panel>
  );
}

/** Older shipments that went along, each by what it brought. Nothing where it goes alone. */
export function Together({ contains }: { contains: readonly ContainedShipment[] }) {
  if (contains.length === 0) return null;
  return (
    <>
      <dt>Together with</dt>
      <dd className="wrap">
        {contains.map((one, index) => (
          <Fragment key={one.shipment}>
            {index > 0 && ", "}
            <Link className="link" to={paths.shipment(one.shipment)}>
              {version(one)}
            </Link>
          </Fragment>
        ))}
      </dd>
    </>
  );
}

/** That a person named the environment once more. */
export function Confirmed({ by: { confirmed } }: { by: MadeBy }) {
  return confirmed === undefined ? null : <>, who named {confirmed} once more</>;
}

/** What made a shipment: a trigger, a campaign, somebody's request, or a rollback. */
export function Made({ by }: { by: MadeBy }) {
  switch (by.kind) {
    case "trigger":
      return <>trigger {by.trigger}</>;
    case "joining":
      return <>joined a group, and gets what {by.like} brought</>;
    case "campaign":
      return (
        <>
          <Link className="link" to={paths.campaign(by.campaign ?? "")}>
            a campaign
          </Link>{" "}
          of <Outside text={by.actor?.name ?? "somebody"} longest={60} />
        </>
      );
    case "request":
      return (
        <>
          asked for by <Outside text={by.actor?.name ?? "somebody"} longest={60} />
        </>
      );
    case "rollback":
      return (
        <>
          rolled back to #{by.to} by <Outside text={by.actor?.name ?? "somebody"} longest={60} />
        </>
      );
    case "automaticRollback":
      return <>rolled back to #{by.to} after a failure</>;
  }
}
