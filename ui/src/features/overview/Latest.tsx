import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { latest } from "../../app/reads";
import { Panel } from "../../design/Panel";
import { EntryRow } from "../activity/EntryRow";

/** The four newest entries, as a taste of the activity. */
export function Latest() {
  const { data } = useQuery(latest(4));
  return (
    <Panel
      title="Latest"
      end={
        <Link className="link" to={paths.activity()}>
          All activity
        </Link>
      }
    >
      <ol className="log">{data?.items.map((entry) => <EntryRow key={entry.position} entry={entry} />)}</ol>
      {data?.items.length === 0 && <p className="nothing">Nothing has happened yet.</p>}
    </Panel>
  );
}
