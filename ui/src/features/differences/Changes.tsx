import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { difference } from "../../app/reads";
import { Panel } from "../../design/Panel";
import type { Delivery, Difference } from "../../lib/api/contract";
import { CommitRows } from "./CommitRows";
import { Fields } from "./Fields";
import { commits, summary, telling } from "./words";

/** So much of a difference is shown beside its delivery; the whole of it has a page. */
const COMMITS = 3;
const FIELDS = 6;

/** What a delivery changes, in short. */
export function Changes({ of: { application, environment, number, base } }: { of: Delivery }) {
  const { data } = useQuery(difference(application, environment, number));
  return (
    <Panel
      title="What changes"
      className="diff-p"
      end={
        <Link className="link" to={paths.difference(application, environment, number)}>
          Full difference
        </Link>
      }
    >
      {data === undefined ? <p className="nothing quiet">Reading what is other than {base === undefined ? "before" : `#${base}`}…</p> : <Short of={data} />}
    </Panel>
  );
}

/** The commits and fields that say most, and how many there are in all. */
export function Short({ of }: { of: Difference }) {
  const fields = of.services.flatMap((service) => telling(service).map((field) => ({ ...field, field: `${service.service}: ${field.field}` })));
  return (
    <>
      <p className="nothing">{summary(of)}.</p>
      <CommitRows of={of.brings} most={COMMITS} />
      {of.takesBack.total > 0 && <p className="more meta">Taken back: {commits(of.takesBack)}.</p>}
      {of.from !== undefined && <Fields of={fields.slice(0, FIELDS)} />}
      {of.from !== undefined && fields.length > FIELDS && <p className="more meta">and {fields.length - FIELDS} more</p>}
    </>
  );
}
