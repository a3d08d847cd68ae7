import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { environments, locks, targets } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { useNow } from "../../design/now";
import { Lead, Panel } from "../../design/Panel";
import { worst } from "../../design/status";
import type { Environment, Target } from "../../lib/api/contract";
import { counted, sentence } from "../../lib/words/number";
import { LockRow } from "../locks/LockNotes";
import { Locking } from "../locks/Locking";
import { freshness } from "./fresh";
import { grouped } from "./grouped";

/** Where can applications go, and can we reach it all? */
export function EnvironmentsPage() {
  const query = useQuery(environments());
  const { data } = useQuery(targets());
  return (
    <Loaded query={query} what="list">
      {(all) => <List items={all.items} total={all.total} of={data?.items ?? []} />}
    </Loaded>
  );
}

/** Locks all environments of a group by its name, and tells of the locks that there are. */
function LockGroup({ name, of }: { name: string; of: readonly Environment[] }) {
  const { data } = useQuery(locks());
  const held = (data?.items ?? []).filter((lock) => lock.scope.environment === name && lock.scope.application === undefined);
  return (
    <ul className="locks">
      {held.map((lock) => (
        <LockRow key={lock.id} lock={lock} />
      ))}
      <li>
        <Glyph status="toCome" silent />
        <p className="soft">A lock on {name} holds in each of its environments, and in those that join meanwhile.</p>
        <div className="acts">
          <Locking scope={{ environment: name }} group={of.map((each) => each.name)} />
        </div>
      </li>
    </ul>
  );
}

function List({ items, total, of }: { items: readonly Environment[]; total: number; of: readonly Target[] }) {
  const now = useNow();
  const fresh = of.map((target) => freshness(target, items.find((each) => each.name === target.environment), now));
  const offline = fresh.filter((each) => each.status === "offline").length;
  const title =
    total === 0
      ? "No environment yet"
      : offline === 0
        ? sentence(`${counted(total, "environment")}, ${counted(of.length, "target")}`)
        : sentence(`${counted(offline, "target")} of ${of.length} ${offline === 1 ? "is" : "are"} offline`);
  useTitle(title);
  return (
    <>
      <Lead title={title}>{total === 0 && "The first route that names one makes it, on this machine."}</Lead>
      {grouped(items).map(({ group, of: those }) => (
        <Panel key={group ?? ""} title={group === undefined ? "Environments" : `Environment group ${group}`} end={group === undefined ? `${those.length} of ${total}` : those.length}>
          <ul className="rows-of">
            {those.map((each) => {
              const own = of.filter((target) => target.environment === each.name);
              const status = worst(own.map((target) => freshness(target, each, now).status)) ?? "toCome";
              return (
                <li key={each.name}>
                  <Glyph status={status} />
                  <Link className="what trunc" to={paths.environment(each.name)}>
                    {each.name}
                  </Link>
                  <span className="why trunc">{each.implicit ? "nobody declared it; a route names it" : ""}</span>
                  <span className="meta">{counted(each.targets.length, "target")}</span>
                </li>
              );
            })}
          </ul>
          {group !== undefined && <LockGroup name={group} of={those} />}
        </Panel>
      ))}
    </>
  );
}
