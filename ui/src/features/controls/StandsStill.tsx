import { useQuery } from "@tanstack/react-query";
import { placement, queueAt } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Ago } from "../../design/Time";
import type { PlacementRef } from "./Pause";
import { Mend, Resume } from "./Resume";

/** What stands still at a placement because a person said so: a pause, and what a rollback keeps away. Nothing where nothing does. */
export function StandsStill({ at }: { at: PlacementRef }) {
  const paused = useQuery(placement(at.application, at.environment)).data?.paused;
  const waiting = useQuery(queueAt(at.application, at.environment)).data?.items ?? [];
  const held = waiting.find((item) => item.wayOut !== undefined);
  if (paused === undefined && held === undefined) return null;
  return (
    <section className="panel" aria-label="Stands still">
      <ul className="locks">
        {paused !== undefined && (
          <li>
            <Glyph status="paused" silent />
            <p className="wrap">
              <span className="say stop">Paused</span> by <Outside text={paused.by.name} longest={60} />: <Outside text={paused.because} longest={300} />{" "}
              <span className="meta">
                <Ago at={paused.at} />
              </span>
            </p>
            <div className="acts">
              <Resume at={at} />
            </div>
          </li>
        )}
        {held !== undefined && (
          <li>
            <Glyph status="held" silent />
            <p className="wrap">
              <span className="say stop">Held</span>: <Outside text={held.because.sentence} longest={300} />
            </p>
            <div className="acts">
              <Mend at={at} />
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
