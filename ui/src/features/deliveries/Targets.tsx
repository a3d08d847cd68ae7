import { Fragment } from "react";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { Status } from "../../design/status";
import type { DeliveryDetail, Instance, Member } from "../../lib/api/contract";
import { outcomeStatus } from "./timeline";
import { waves } from "./waves";

const WORDS = { pending: "at work", converged: "as ordered", failed: "failed", unknown: "not known", refused: "refused", excluded: "left out" } as const;

/** Who takes part, and what runs there as the targets last said. */
export function Targets({ detail: { delivery, members } }: { detail: DeliveryDetail }) {
  const arrived = members.filter((member) => member.outcome === "converged").length;
  const end = members.length === 0 ? undefined : `${arrived} of ${members.length} as ordered`;
  return (
    <Panel title="Targets" className="tg-p" {...(end === undefined ? {} : { end })}>
      {members.length === 0 && (
        <p className="nothing">{delivery.state === "waiting" ? "Who takes part is fixed when the rollout starts." : "No target took part."}</p>
      )}
      {waves(members).map(({ title, of }) => (
        <Fragment key={title}>
          {title !== "" && <h3 className="meta wave">{title}</h3>}
          <ul className="tg">
            {of.map((member) => (
              <TargetRow key={member.target} member={member} />
            ))}
          </ul>
        </Fragment>
      ))}
    </Panel>
  );
}

function TargetRow({ member }: { member: Member }) {
  return (
    <li>
      <Glyph status={member.outcome === "pending" ? "moving" : outcomeStatus(member.outcome)} share={0} silent />
      <span className="trunc">{member.target}</span>
      <span className="meta">
        {WORDS[member.outcome]}
        {member.attempt > 1 && `, attempt ${member.attempt}`}
      </span>
      {member.instances.length > 0 && (
        <ul className="instances">
          {member.instances.map((instance) => (
            <li key={`${instance.service}/${instance.instance}`}>
              <Glyph status={healthStatus(instance.health)} />
              <span className="trunc mono">
                <Outside text={instance.instance} longest={80} />
              </span>
              <span className="meta trunc">
                <Details of={instance} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What the runtime tells of an instance, such as its port. */
function Details({ of }: { of: Instance }) {
  const told = Object.entries(of.details).slice(0, 3);
  return <Outside text={[of.health === "healthy" ? "" : of.health, ...told.map(([name, value]) => `${name} ${value}`)].filter((part) => part !== "").join(" · ")} longest={80} />;
}

/** The shape of what probing said. */
export function healthStatus(health: Instance["health"]): Status {
  switch (health) {
    case "starting":
      return "waiting";
    case "healthy":
      return "healthy";
    case "unhealthy":
      return "failing";
    case "gone":
      return "offline";
    case "unknown":
      return "unknown";
  }
}
