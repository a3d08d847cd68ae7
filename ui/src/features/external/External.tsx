import { useInfiniteQuery } from "@tanstack/react-query";
import { external } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { ExternalDeployment, Placement } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { linkable } from "../../lib/words/link";
import { More } from "../activity/More";

/** What other tools deployed here, as it was recorded. Nothing where nothing was. */
export function External({ of }: { of: Placement }) {
  return of.external === undefined ? null : <All of={of} />;
}

function All({ of }: { of: Placement }) {
  const query = useInfiniteQuery(external(of.application, of.environment));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Panel title="Deployed by other tools" end={query.data === undefined ? undefined : `${items.length} of ${total}`}>
      {of.inForce !== undefined && <p className="nothing">Slipway keeps it as #{of.inForce.number} says all the same.</p>}
      <ol className="rows-of">
        {items.map((each) => (
          <Row key={each.position} of={each} />
        ))}
      </ol>
      <More query={query} what="deployments" />
    </Panel>
  );
}

function Row({ of }: { of: ExternalDeployment }) {
  return (
    <li>
      <Glyph status={of.outcome === "succeeded" ? "done" : "failing"} />
      <span className="what trunc">
        <Outside text={`${of.tool} ${of.id}`} longest={80} /> <code>{shortCommit(of.sha)}</code>
      </span>
      <span className="why trunc">
        <span className="chip">external</span> {of.outcome} <About url={of.url} />
      </span>
      <span className="meta">
        recorded by <Outside text={of.recordedBy.name} longest={40} /> · ended <Ago at={of.endedAt} />
      </span>
    </li>
  );
}

/** Where people read about it; a link only where it leads to a page. */
function About({ url }: { url: string | undefined }) {
  if (url === undefined) return null;
  if (!linkable(url)) return <Outside text={url} longest={120} />;
  return (
    <a className="link" href={url} rel="noopener noreferrer nofollow" target="_blank">
      <Outside text={url} longest={120} />
    </a>
  );
}
