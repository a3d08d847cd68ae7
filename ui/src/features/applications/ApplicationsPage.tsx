import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { applications } from "../../app/reads";
import { Icon } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { useTitle } from "../../app/title";
import type { Application } from "../../lib/api/contract";
import { counted, sentence } from "../../lib/words/number";
import { FirstRun } from "../overview/FirstRun";

/** Which applications are there? */
export function ApplicationsPage() {
  const query = useQuery(applications());
  return (
    <Loaded query={query} what="list">
      {(all) => (all.total === 0 ? <FirstRun /> : <List items={all.items} total={all.total} />)}
    </Loaded>
  );
}

function List({ items, total }: { items: readonly Application[]; total: number }) {
  const title = sentence(`${counted(total, "application")} ${total === 1 ? "is" : "are"} known`);
  useTitle(title);
  return (
    <>
      <Lead title={title} />
      <Panel title="Applications" end={`${items.length} of ${total}`}>
        <ul className="rows-of">
          {items.map((each) => (
            <li key={each.name}>
              <Icon name="apps" />
              <Link className="what trunc" to={paths.application(each.name)}>
                {each.name}
              </Link>
              <span className="why trunc">{each.repository === undefined ? "applied as a document" : <Outside text={each.repository} longest={160} />}</span>
              <span className="meta">{each.route.join(" → ")}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
