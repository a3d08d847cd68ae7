import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Glyph, Icon } from "../../design/Glyph";
import { LOOKS } from "../../design/status";
import type { Application, Placement } from "../../lib/api/contract";
import { version } from "../deliveries/version";
import { shown } from "../placements/shown";

/** The environments in their order, each with what runs there. */
export function Route({ of, placements }: { of: Application; placements: readonly Placement[] }) {
  return (
    <ol className="route">
      {of.route.map((environment, index) => (
        <li key={environment}>
          {index > 0 && (
            <span className="arrow">
              <Icon name="right" />
            </span>
          )}
          <Node application={of.name} environment={environment} placement={placements.find((each) => each.environment === environment)} />
        </li>
      ))}
    </ol>
  );
}

function Node({ application, environment, placement }: { application: string; environment: string; placement: Placement | undefined }) {
  const cell = placement === undefined ? undefined : shown(placement);
  const subject = placement?.active ?? placement?.inForce ?? placement?.lastFailure;
  return (
    <Link className="node" to={paths.placement(application, environment)}>
      <span className="name trunc">{environment}</span>
      <span className="is">
        <Glyph status={cell?.status ?? "toCome"} share={cell?.share ?? 0} silent={cell?.word !== undefined} />
        {subject !== undefined && <code>{version(subject)}</code>}
        {cell?.word !== undefined && <span className={`say ${LOOKS[cell.status].tone}`}>{cell.word}</span>}
        {cell === undefined && <span className="quiet">nothing yet</span>}
      </span>
    </Link>
  );
}
