import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Glyph, Icon } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import type { Placement } from "../../lib/api/contract";
import { grouped } from "../../lib/words/number";
import { PRECEDENCE } from "../../design/status";
import { needsAttention, shown, type Shown } from "../placements/shown";

/** Rows that the list shows at most; the matrix below has the rest. */
const ROWS = 5;

/** At most five things that somebody should look at, each on whom and why. */
export function Attention({ placements }: { placements: readonly Placement[] }) {
  const rows = attention(placements);
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label="Needs attention">
      <ul className="now">
        {rows.slice(0, ROWS).map(({ placement, cell }) => (
          <li key={`${placement.application}/${placement.environment}`}>
            <Glyph status={cell.status} />
            <Link className="what trunc" to={whereTo(placement, cell)}>
              {placement.application} <span>in {placement.environment}</span>
            </Link>
            <p className="why trunc">
              <Reason placement={placement} cell={cell} />
            </p>
            <span className="btn sm" aria-hidden="true">
              {cell.status === "person" ? "Review" : "See why"}
            </span>
            <span className="go only-phone">
              <Icon name="right" />
            </span>
          </li>
        ))}
      </ul>
      {rows.length > ROWS && <p className="more meta">and {grouped(rows.length - ROWS)} more in the table below</p>}
    </section>
  );
}

function Reason({ placement, cell }: { placement: Placement; cell: Shown }) {
  if (cell.status === "drift") return <>A target differs from its order since somebody or something changed it.</>;
  if (cell.detail !== undefined) return <Outside text={cell.detail} longest={240} />;
  return <>{placement.health === "gone" ? "An instance that was ordered is gone." : "An instance does not answer as healthy."}</>;
}

function whereTo(placement: Placement, cell: Shown): string {
  return cell.number === undefined
    ? paths.placement(placement.application, placement.environment)
    : paths.delivery(placement.application, placement.environment, cell.number);
}

/** What needs attention, the worst first; ties keep the matrix's order. */
export function attention(placements: readonly Placement[]): readonly { placement: Placement; cell: Shown }[] {
  return placements
    .filter(needsAttention)
    .flatMap((placement) => {
      const cell = shown(placement);
      return cell === undefined ? [] : [{ placement, cell }];
    })
    .sort((one, other) => PRECEDENCE.indexOf(one.cell.status) - PRECEDENCE.indexOf(other.cell.status));
}
