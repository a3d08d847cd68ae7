import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../app/Loaded";
import { notifications } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Notification } from "../../lib/api/contract";
import { howOf, stateOf, statusOf, titleOf, toldOf } from "./words";

/** Who is told of what happens, and does it arrive? */
export function NotificationsPage() {
  const query = useQuery(notifications());
  return (
    <Loaded query={query} what="list of notifications">
      {(all) => <Notifications all={all.items} />}
    </Loaded>
  );
}

function Notifications({ all }: { all: readonly Notification[] }) {
  const title = titleOf(all);
  useTitle(title);
  return (
    <>
      <Lead title={title}>{all.length === 0 ? "An admin applies a notification as a document." : "A bypass of a guardrail is told to everybody whose selector covers it. Whoever is away delays nobody, and is told later."}</Lead>
      {all.map((one) => (
        <One key={one.name} one={one} />
      ))}
    </>
  );
}

function One({ one }: { one: Notification }) {
  return (
    <Panel title={one.name} end={howOf(one)}>
      <dl className="fields">
        <div>
          <dt>State</dt>
          <dd className="wrap">
            <Glyph status={statusOf(one)} silent /> {stateOf(one)}
          </dd>
        </div>
        <div>
          <dt>Told</dt>
          <dd className="wrap">
            <Outside text={toldOf(one)} longest={500} />
          </dd>
        </div>
        {one.lastSent !== undefined && (
          <div>
            <dt>Last arrived</dt>
            <dd>
              <Ago at={one.lastSent} />
            </dd>
          </div>
        )}
        {one.failure !== undefined && (
          <div>
            <dt>Last failure</dt>
            <dd className="wrap">
              <Outside text={one.failure} longest={500} />
              {one.failedAt !== undefined && (
                <p className="meta">
                  <Ago at={one.failedAt} />
                </p>
              )}
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
