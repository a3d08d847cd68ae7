import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { locks } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Ago, Instant } from "../../design/Time";
import type { Lock } from "../../lib/api/contract";
import { covering } from "./scope";

/** Says on every page that the line is stopped: who locked everything, why, and until when. Nothing while it runs. */
export function StopLine() {
  const { data } = useQuery(locks());
  const stopping = covering(data?.items ?? [], {});
  return stopping.map((lock) => <Stopped key={lock.id} lock={lock} />);
}

function Stopped({ lock }: { lock: Lock }) {
  return (
    <div className="stop-line" role="status">
      <Glyph status="locked" silent />
      <p className="wrap">
        <span className="say stop">{lock.strength === "warns" ? "Warning for everything" : "Everything is stopped"}</span> by <Outside text={lock.owner.name} longest={60} />: <Outside text={lock.reason} longest={300} />{" "}
        <span className="meta">
          Since <Ago at={lock.since} />
          {lock.until === undefined ? ", until somebody releases it." : ", until "}
          {lock.until !== undefined && <Instant at={lock.until} />}
        </span>
      </p>
      <Link className="link" to={paths.locks()}>
        Locks
      </Link>
    </div>
  );
}
