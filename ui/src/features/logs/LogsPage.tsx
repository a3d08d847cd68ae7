import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { NotFoundPage } from "../../app/NotFoundPage";
import { paths } from "../../app/paths";
import { logs } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Lead, Panel } from "../../design/Panel";
import type { Log } from "../../lib/api/contract";
import { LogView } from "./LogView";

interface At {
  readonly application: string;
  readonly environment: string;
  readonly number: number;
}

/** What did it write? */
export function LogsPage() {
  const { application = "", environment = "", number = "" } = useParams();
  if (!/^[1-9]\d{0,8}$/.test(number)) return <NotFoundPage what="delivery" />;
  return <Of at={{ application, environment, number: Number(number) }} />;
}

function Of({ at }: { at: At }) {
  const query = useQuery(logs(at.application, at.environment, at.number));
  useTitle(`Logs · ${at.application} #${at.number} in ${at.environment}`);
  return (
    <>
      <Lead title={`Logs of ${at.application} in ${at.environment}`}>
        <Link className="link" to={paths.delivery(at.application, at.environment, at.number)}>
          Delivery #{at.number}
        </Link>
      </Lead>
      <Loaded query={query} what="list of logs">
        {(page) => <Chosen at={at} all={page.items} />}
      </Loaded>
    </>
  );
}

/** One of them; the newest unless another was chosen, which is in the address of the page. */
function Chosen({ at, all }: { at: At; all: readonly Log[] }) {
  const [search, setSearch] = useSearchParams();
  const log = all.find((each) => each.id === search.get("log")) ?? all.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt))[0];
  if (log === undefined) return <p className="soft">Nothing was written yet. What comes is shown here.</p>;
  return (
    <Panel title="Log" className="output-panel" end={`${log.target} · ${log.instance}`}>
      {all.length > 1 && (
        <div className="output-choice">
          <label>
            Which{" "}
            <select value={log.id} onChange={(event) => setSearch({ log: event.target.value }, { replace: true })}>
              {all.map((each) => (
                <option key={each.id} value={each.id}>
                  {name(each)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <LogView key={log.id} where={{ ...at, log: log.id }} />
    </Panel>
  );
}

function name(log: Log): string {
  return `${log.target} / ${log.service} / ${log.instance}, attempt ${log.attempt}`;
}
