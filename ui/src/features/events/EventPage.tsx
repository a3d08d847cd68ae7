import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { NotFoundPage } from "../../app/NotFoundPage";
import { paths } from "../../app/paths";
import { event } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Copy } from "../../design/Copy";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Evaluation, EventDetail } from "../../lib/api/contract";
import { shortDigest } from "../../lib/words/digest";
import { EntryRow } from "../activity/EntryRow";
import { becameOf } from "./became";

/** What became of it, everywhere, and what did each trigger say? */
export function EventPage() {
  const { position = "" } = useParams();
  const valid = /^\d{1,15}$/.test(position);
  const query = useQuery({ ...event(Number(position)), enabled: valid });
  if (!valid) return <NotFoundPage what="event" />;
  return (
    <Loaded query={query} what="event">
      {(detail) => <One detail={detail} />}
    </Loaded>
  );
}

function One({ detail }: { detail: EventDetail }) {
  const { event: own, evaluations } = detail;
  const title = becameOf(detail);
  useTitle(title);
  return (
    <>
      <Lead title={title}>
        <Outside text={own.summary} /> Seen by {own.source}, <Ago at={own.at} />.
      </Lead>
      <Panel title="What each trigger said" end={`${evaluations.filter((each) => each.matched).length} of ${evaluations.length} matched`}>
        {evaluations.length === 0 && <p className="nothing">{own.because === undefined ? "No trigger was held against it." : <Outside text={own.because.sentence} />}</p>}
        <ul className="rows-of">
          {evaluations.map((each) => (
            <Said key={each.position} of={each} />
          ))}
        </ul>
      </Panel>
      <Panel title="What followed">
        <ol className="log">
          {detail.timeline.map((entry) => (
            <EntryRow key={entry.position} entry={entry} />
          ))}
        </ol>
        {detail.timeline.length === 0 && <p className="nothing">Nothing followed.</p>}
      </Panel>
      <Panel title="As it came">
        <dl className="kv in">
          <dt>Entry</dt>
          <dd>
            <Link className="link mono" to={paths.entry(own.position)}>
              {own.position}
            </Link>
          </dd>
          <dt>Body</dt>
          <dd className="hash">
            <code>{shortDigest(own.body)}</code>
            <Copy text={own.body} what="the digest of the body" />
          </dd>
        </dl>
      </Panel>
    </>
  );
}

function Said({ of }: { of: Evaluation }) {
  return (
    <li>
      <Glyph status={of.matched ? "healthy" : "superseded"} silent />
      <Link className="what trunc" to={paths.application(of.application)}>
        {of.trigger} <span>of {of.application}</span>
      </Link>
      <span className="why">
        <b>{of.matched ? "Matched." : "Skipped."}</b> <Outside text={of.because.sentence} longest={300} />
      </span>
      <span className="meta">
        {of.shipment !== undefined && (
          <Link className="link mono" to={paths.shipment(of.shipment)}>
            {of.shipment}
          </Link>
        )}
      </span>
    </li>
  );
}
