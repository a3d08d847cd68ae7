import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Icon } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Application, Origin, Trigger } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";

/** What sets it off, what it consists of, and where that is written. */
export function Definition({ of }: { of: Application }) {
  return (
    <>
      <Panel title="Triggers">
        {of.triggers.length === 0 && <p className="nothing">None: only a command makes a shipment. Add `triggers: [{"{on: push, branch: main}"}]` to its document.</p>}
        <ul className="rows-of">
          {of.triggers.map((trigger) => (
            <li key={trigger.name}>
              <Icon name="activity" />
              <span className="what trunc">{trigger.name}</span>
              <span className="why trunc">
                {ON[trigger.listensTo]} <Outside text={trigger.patterns.join(", ")} longest={160} mono />
              </span>
              <span className="meta">{whereOf(trigger)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title="Services"
        end={
          <span>
            {originOf(of.origin)}, <Ago at={of.definedAt} />,{" "}
            <Link className="link" to={paths.entry(of.position)}>
              its entry
            </Link>
          </span>
        }
      >
        <ul className="rows-of">
          {of.services.map((service) => (
            <li key={service.name}>
              <Icon name="apps" />
              <span className="what trunc">{service.name}</span>
              <span className="why trunc mono">
                <Outside text={service.words.join(" ")} longest={300} />
              </span>
              <span className="meta">{service.healthPath === undefined ? service.kind : <Outside text={service.healthPath} longest={80} mono />}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

const ON = { push: "on push to", tag: "on tag", image: "on the image of", announcement: "on event" } as const;

function whereOf(trigger: Trigger): string {
  return trigger.environments.length === 0 ? "the whole route" : trigger.environments.join(", ");
}

function originOf(origin: Origin): string {
  switch (origin.kind) {
    case "commit":
      return origin.sha === undefined ? "from its repository" : `from ${shortCommit(origin.sha)}`;
    case "applied":
      return "applied";
    case "implied":
      return "implied by another document";
  }
}
