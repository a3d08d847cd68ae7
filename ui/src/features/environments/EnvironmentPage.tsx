import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { environment, placements, targets } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { LOOKS } from "../../design/status";
import { Ago } from "../../design/Time";
import type { Environment, Placement } from "../../lib/api/contract";
import { version } from "../deliveries/version";
import { LockNotes } from "../locks/LockNotes";
import { Locking } from "../locks/Locking";
import { answer } from "../overview/sentence";
import { shown } from "../placements/shown";
import { Reach } from "./Reach";
import { Secrets } from "./Secrets";

/** What becomes of what waits here, where it is not as anywhere. */
const QUEUES: Readonly<Record<Environment["queue"], string>> = {
  latest: "",
  every: " Of what triggers send here, every one runs.",
  batch: " What triggers send here while something runs goes together, as the newest of it.",
  train: " Of what triggers send here, every one runs in order; one that fails stops all behind it until it is replaced.",
};

/** What is in here now? */
export function EnvironmentPage() {
  const { environment: name = "" } = useParams();
  const query = useQuery(environment(name));
  return (
    <Loaded query={query} what="environment">
      {(of) => <One of={of} />}
    </Loaded>
  );
}

function One({ of }: { of: Environment }) {
  const inside = useQuery(placements({ environment: of.name }));
  const reach = useQuery(targets(of.name));
  const items = inside.data?.items ?? [];
  const title = `${of.name}: ${lower(answer(items).title)}`;
  useTitle(title);
  return (
    <>
      <Lead title={title} acts={<Locking scope={{ environment: of.name }} />}>
        {of.implicit ? "Nobody declared it: a route names it, and it lies on this machine." : answer(items).detail}
        {of.group !== undefined && ` It is of the environment group ${of.group}, and as that group's template says.`}
        {QUEUES[of.queue]}
        {of.concurrency !== undefined && ` At most ${of.concurrency} at once may roll out here; the others wait in line, the longest waiting first.`}
        {of.asksToConfirm && " It is protected: whoever deploys or rolls back here by hand types its name."}
      </Lead>
      <LockNotes where={{ environment: of.name }} />
      <div className="grid">
        <Panel title="What runs here" end={inside.data === undefined ? undefined : `${items.length} of ${inside.data.total}`}>
          {inside.data !== undefined && items.length === 0 && <p className="nothing">No application has this environment on its route.</p>}
          <ul className="rows-of">
            {items.map((each) => (
              <Inside key={each.application} of={each} />
            ))}
          </ul>
        </Panel>
        <Panel title="Targets" className="rail">
          {reach.data?.items.length === 0 && <p className="nothing">None yet; a document of kind target declares one.</p>}
          <ul className="tg">
            {reach.data?.items.map((each) => (
              <Reach key={each.name} target={each} of={of} />
            ))}
          </ul>
        </Panel>
        <Secrets environment={of.name} />
      </div>
    </>
  );
}

function Inside({ of }: { of: Placement }) {
  const cell = shown(of);
  const runs = of.inForce ?? of.external?.succeeded;
  const since = of.inForce?.since ?? of.external?.succeeded?.endedAt;
  return (
    <li>
      <Glyph status={cell?.status ?? (runs === undefined ? "toCome" : "done")} share={cell?.share ?? 0} />
      <Link className="what trunc" to={paths.placement(of.application, of.environment)}>
        {of.application} {runs !== undefined && <code>{version(runs)}</code>}
      </Link>
      <span className="why trunc">
        {cell?.word !== undefined && <span className={`say ${LOOKS[cell.status].tone}`}>{cell.word} </span>}
        {cell?.detail !== undefined && <Outside text={cell.detail} longest={200} />}
        {of.external !== undefined && (
          <>
            {" "}
            <span className="chip">external: {of.external.last.tool}</span>
            {of.external.last.outcome === "failed" && " failed"}
          </>
        )}
        {cell === undefined && of.external === undefined && "nothing yet"}
      </span>
      <span className="meta">{since !== undefined && <Ago at={since} />}</span>
    </li>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
