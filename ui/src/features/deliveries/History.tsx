import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Glyph } from "../../design/Glyph";
import { useNow } from "../../design/now";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { LOOKS } from "../../design/status";
import { Clock } from "../../design/Time";
import type { DeliveryDetail } from "../../lib/api/contract";
import { grouped } from "../../lib/words/number";
import { clock } from "../../lib/words/time";
import { timeline, type Happened, type Line } from "./timeline";

/** From the cause to the observation, each line with its entry; then now, then what is to come. */
export function History({ detail }: { detail: DeliveryDetail }) {
  const lines = timeline(detail);
  const entries = detail.timeline.length;
  return (
    <Panel title="What happened" className="tl-p" end={`${grouped(entries)} ${entries === 1 ? "entry" : "entries"}`}>
      <ol className="tl">
        {lines.map((line) => (
          <LineOf key={line.key} line={line} />
        ))}
      </ol>
    </Panel>
  );
}

function LineOf({ line }: { line: Line }) {
  switch (line.form) {
    case "happened":
      return <HappenedLine line={line} />;
    case "now":
      return (
        <li className={`at ${LOOKS[line.status].tone}`}>
          <NowClock />
          <Glyph status={line.status} share={50} silent />
          <div>
            <p className="e">
              <b>{line.word}</b>
            </p>
            <p className="d">
              <Outside text={line.detail} />
            </p>
          </div>
        </li>
      );
    case "toCome":
      return (
        <li className="todo">
          <span className="when">then</span>
          <Glyph status="toCome" />
          <div>
            <p className="e">
              <span className="kind">{line.word}</span> {line.detail}
            </p>
          </div>
        </li>
      );
  }
}

function HappenedLine({ line: { entry, word, status } }: { line: Happened }) {
  return (
    <li>
      <Clock at={entry.at} />
      <Glyph status={status} silent />
      <div>
        <p className="e">
          <span className="kind">{word}</span> <Summary line={entry} />
        </p>
        {entry.because !== undefined && (
          <p className="d">
            <Outside text={entry.because.sentence} />
          </p>
        )}
      </div>
      <Link className="pos" to={paths.entry(entry.position)} aria-label={`Entry ${grouped(entry.position)}`}>
        Entry
      </Link>
    </li>
  );
}

/** The sentence, as a link where there is a page that says more. */
function Summary({ line }: { line: Happened["entry"] }) {
  const text = <Outside text={line.summary} />;
  if (line.type === "EventReceived") {
    return (
      <Link className="under" to={paths.event(line.position)}>
        {text}
      </Link>
    );
  }
  if (line.type === "ShipmentMade" && line.shipment !== undefined) {
    return (
      <Link className="under" to={paths.shipment(line.shipment)}>
        {text}
      </Link>
    );
  }
  return text;
}

function NowClock() {
  const now = useNow("second");
  return <time dateTime={now.toISOString()}>{clock(now)}</time>;
}
