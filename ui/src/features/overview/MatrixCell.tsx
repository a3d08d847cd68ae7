import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Glyph } from "../../design/Glyph";
import { useNow } from "../../design/now";
import { Outside } from "../../design/Outside";
import { LOOKS } from "../../design/status";
import type { ExternalStanding, Placement } from "../../lib/api/contract";
import { ago, shortAge } from "../../lib/words/time";
import { version } from "../deliveries/version";
import { shown } from "../placements/shown";

/** One application in one environment: glyph, version, and one line of words; always two lines high. */
export function MatrixCell({ placement }: { placement: Placement | undefined }) {
  const now = useNow();
  if (placement === undefined) return <Empty words="not on its route" />;
  const cell = shown(placement);
  if (cell === undefined && placement.external !== undefined) return <External of={placement} standing={placement.external} />;
  if (cell === undefined) return <Empty words={placement.queued > 0 ? `${placement.queued} queued` : "nothing yet"} />;
  const { application, environment, inForce, active, lastFailure } = placement;
  const to = cell.number === undefined ? paths.placement(application, environment) : paths.delivery(application, environment, cell.number);
  const subject = active ?? inForce ?? lastFailure;
  const since = inForce === undefined ? undefined : new Date(inForce.since);
  const look = LOOKS[cell.status];
  return (
    <div className="cw" role="cell">
      <Link className="c" to={to} title={cell.detail}>
        <span className="a">
          <Glyph status={cell.status} share={cell.share ?? 0} silent={cell.word !== undefined} />
          <span className="v">{subject === undefined ? "" : <Outside text={version(subject)} longest={24} />}</span>
          {active !== undefined && inForce !== undefined && <span className="from">from {version(inForce)}</span>}
          {[active, inForce].some((each) => (each?.bypassed.length ?? 0) > 0) && <span className="q">bypassed</span>}
          {placement.external !== undefined && <span className="q">external</span>}
          {placement.queued > 0 && cell.status !== "queued" && <span className="q">{placement.queued} queued</span>}
        </span>
        <span className="b trunc">
          {cell.word !== undefined && <span className={`say ${look.tone}`}>{cell.word}</span>}
          {cell.word !== undefined && cell.detail !== undefined && (
            <span className="full">
              {" · "}
              <Outside text={cell.detail} longest={80} />
            </span>
          )}
          {cell.word === undefined && since !== undefined && (
            <>
              <span className="full">{ago(since, now)}</span>
              <span className="short">{shortAge(since, now)}</span>
            </>
          )}
        </span>
        {active !== undefined && <span className={`meter ${look.tone}`} style={{ "--p": active.share } as React.CSSProperties} />}
      </Link>
    </div>
  );
}

/** Where only other tools deploy: what succeeded last, and who says so. */
function External({ of, standing: { last, succeeded } }: { of: Placement; standing: ExternalStanding }) {
  return (
    <div className="cw" role="cell">
      <Link className="c" to={paths.placement(of.application, of.environment)}>
        <span className="a">
          <Glyph status={last.outcome === "succeeded" ? "done" : "failing"} />
          <span className="v">{succeeded === undefined ? "" : version(succeeded)}</span>
          <span className="q">external</span>
          {of.queued > 0 && <span className="q">{of.queued} queued</span>}
        </span>
        <span className="b trunc">
          {last.tool} {last.outcome}
        </span>
      </Link>
    </div>
  );
}

function Empty({ words }: { words: string }) {
  return (
    <div className="cw" role="cell">
      <div className="c none">{words}</div>
    </div>
  );
}
