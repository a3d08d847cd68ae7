import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { application, placements } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Application } from "../../lib/api/contract";
import { LockNotes } from "../locks/LockNotes";
import { Locking } from "../locks/Locking";
import { Definition } from "./Definition";
import { Deploy } from "./Deploy";
import { Route } from "./Route";
import { routeAnswer } from "./route";
import { Shipments } from "./Shipments";
import { TryTriggers } from "./TryTriggers";

/** Where is my change on its way? */
export function ApplicationPage() {
  const { application: name = "" } = useParams();
  const query = useQuery(application(name));
  return (
    <Loaded query={query} what="application">
      {(of) => <One of={of} />}
    </Loaded>
  );
}

function One({ of }: { of: Application }) {
  const { data } = useQuery(placements({ application: of.name }));
  const title = routeAnswer(of.name, data?.items ?? []);
  useTitle(title);
  return (
    <>
      <Lead title={title} acts={
          <>
            <Link className="btn" to={paths.preview(of.name)}>
              Preview…
            </Link>
            <TryTriggers of={of} />
            <Locking scope={{ application: of.name }} />
            <Deploy of={of} />
          </>
        }
      >
        {of.repository === undefined ? "Applied as a document." : <Outside text={of.repository} longest={200} />}
        {of.branch !== undefined && (
          <>
            {" on "}
            <Outside text={of.branch} longest={80} mono />
          </>
        )}
        {of.sourceTrouble !== undefined && (
          <>
            {". It could not be read "}
            <Ago at={of.sourceTrouble.since} />
            {" for the first time, and is tried again: "}
            <Outside text={of.sourceTrouble.because.sentence} longest={300} />
          </>
        )}
      </Lead>
      <LockNotes where={{ application: of.name }} />
      <Panel title="Route">
        <Route of={of} placements={data?.items ?? []} />
      </Panel>
      <Shipments application={of.name} />
      <Definition of={of} />
    </>
  );
}
