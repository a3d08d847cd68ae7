import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Clock } from "../../design/Time";
import type { Entry } from "../../lib/api/contract";
import { kindOf } from "../ledger/kinds";

/** One entry as a sentence: when, what, about what, by whom. */
export function EntryRow({ entry }: { entry: Entry }) {
  return (
    <li>
      <EntryCells entry={entry} />
    </li>
  );
}

export function EntryCells({ entry }: { entry: Entry }) {
  const kind = kindOf(entry.type);
  return (
    <>
      <Clock at={entry.at} />
      <Glyph status={kind.status} silent />
      <Link className="t trunc" to={whereTo(entry)}>
        <span className="kind">{kind.word}</span> <Outside text={entry.summary} longest={300} />
      </Link>
      <span className="meta by">
        <Outside text={entry.actor.name} longest={40} />
      </span>
    </>
  );
}

/** The page that says most about an entry: its delivery, its event, its shipment, else the entry itself. */
export function whereTo(entry: Entry): string {
  const { application, environment, number, shipment } = entry;
  if (application !== undefined && environment !== undefined && number !== undefined) return paths.delivery(application, environment, number);
  if (entry.type === "EventReceived") return paths.event(entry.position);
  if (shipment !== undefined) return paths.shipment(shipment);
  return paths.entry(entry.position);
}
