import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { queue } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago, Instant } from "../../design/Time";
import type { QueueItem } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { counted, sentence } from "../../lib/words/number";
import { Made } from "../deliveries/Content";
import { version } from "../deliveries/version";
import { OnTheirWay } from "./OnTheirWay";
import { QueuedActs } from "./RowActs";

/** What is next, and what holds it? */
export function QueuePage() {
  const query = useQuery(queue());
  return (
    <Loaded query={query} what="queue">
      {(all) => <Waiting items={all.items} total={all.total} />}
    </Loaded>
  );
}

function Waiting({ items, total }: { items: readonly QueueItem[]; total: number }) {
  const title = total === 0 ? "Nothing waits" : sentence(`${counted(total, "shipment")} ${total === 1 ? "waits" : "wait"}`);
  useTitle(title);
  return (
    <>
      <Lead title={title}>{total === 0 ? "A shipment stands here while another delivery of the same place is under way." : "By place, in the order in which they will go."}</Lead>
      <OnTheirWay />
      {total > 0 && (
        <Panel title="Queue" end={`${items.length} of ${total}`}>
          <ol className="rows-of acting">
            {items.map((item) => (
              <Row key={`${item.application}/${item.environment}/${item.shipment}`} item={item} queued={items.filter((other) => isBeside(item, other))} />
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

/** Who waits, where, at which place, for what, and on whose word it was made. */
function Row({ item, queued }: { item: QueueItem; queued: readonly QueueItem[] }) {
  const name = version(item);
  const commit = shortCommit(item.sha);
  return (
    <li>
      <Glyph status={item.wayOut === undefined ? "queued" : "held"} />
      <Link className="what trunc" to={paths.shipment(item.shipment)}>
        {item.application} <code>{name}</code> <span>to {item.environment}</span>
      </Link>
      <Link className="why trunc" to={paths.placement(item.application, item.environment)}>
        <Outside text={item.because.sentence} longest={240} />
      </Link>
      <span className="meta">
        {item.notBefore !== undefined ? <Instant at={item.notBefore} /> : item.place === 1 ? "next" : `place ${item.place}`}
        {name !== commit && (
          <>
            {" · "}
            <code>{commit}</code>
          </>
        )}
        {" · "}
        <Made by={item.madeBy} /> · <Ago at={item.queuedAt} />
      </span>
      <QueuedActs item={item} queue={queued} />
    </li>
  );
}

/** Whether two wait in one queue. */
function isBeside(one: QueueItem, other: QueueItem): boolean {
  return one.application === other.application && one.environment === other.environment;
}
