import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { NotFoundPage } from "../../app/NotFoundPage";
import { paths } from "../../app/paths";
import { entry } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Clock } from "../../design/Time";
import type { EntryDetail } from "../../lib/api/contract";
import { grouped } from "../../lib/words/number";
import { day } from "../../lib/words/time";
import { whereTo } from "../activity/EntryRow";
import { lines } from "./payload";

/** What exactly was written? */
export function EntryPage() {
  const { position = "" } = useParams();
  const valid = /^\d{1,15}$/.test(position);
  const query = useQuery({ ...entry(Number(position)), enabled: valid });
  if (!valid) return <NotFoundPage what="entry" />;
  return (
    <Loaded query={query} what="entry">
      {(detail) => <One detail={detail} />}
    </Loaded>
  );
}

function One({ detail: { entry: own, payload } }: { detail: EntryDetail }) {
  useTitle(`Entry ${own.position}: ${own.type}`);
  const about = whereTo(own);
  return (
    <>
      <Lead title={<Outside text={own.summary} longest={240} />}>
        Entry {grouped(own.position)}, {day(new Date(own.at))} <Clock at={own.at} />, by <Outside text={own.actor.name} longest={60} />.
      </Lead>
      <div className="grid">
        <Panel title="What was written" end={<code>{own.type}</code>}>
          {/* Long lines scroll sideways, so the block can be reached by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className="payload" tabIndex={0} role="region" aria-label="The entry's payload">
            {lines(payload).map(({ key, text }) => (
              <div key={key}>
                <Outside text={text} longest={2000} />
              </div>
            ))}
          </pre>
        </Panel>
        <Panel title="Where it belongs" className="rail">
          <dl className="kv in">
            <dt>Stream</dt>
            <dd className="wrap">
              <Outside text={own.stream} longest={160} mono />
            </dd>
            {own.cause !== undefined && (
              <>
                <dt>Cause</dt>
                <dd>
                  <Link className="link mono" to={paths.entry(own.cause)}>
                    {grouped(own.cause)}
                  </Link>
                </dd>
              </>
            )}
            {own.because !== undefined && (
              <>
                <dt>Because</dt>
                <dd className="wrap">
                  <Outside text={own.because.sentence} /> <code className="quiet">{own.because.code}</code>
                </dd>
              </>
            )}
            {about !== paths.entry(own.position) && (
              <>
                <dt>About</dt>
                <dd>
                  <Link className="link" to={about}>
                    {aboutWords(own)}
                  </Link>
                </dd>
              </>
            )}
          </dl>
        </Panel>
      </div>
    </>
  );
}

function aboutWords(own: EntryDetail["entry"]): string {
  if (own.application !== undefined && own.environment !== undefined && own.number !== undefined) return `${own.application}/${own.environment}#${own.number}`;
  return own.type === "EventReceived" ? "the event" : (own.shipment ?? "its page");
}
