import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { DeliveryDetail, Job } from "../../lib/api/contract";
import { statusOf } from "./jobStatus";

const WORDS: Readonly<Record<Job["state"], string>> = { pending: "not run for it", running: "runs", succeeded: "succeeded", failed: "failed", unknown: "not known" };

/** What it does once, in its order; nothing where it does nothing. */
export function Jobs({ detail: { jobs } }: { detail: DeliveryDetail }) {
  if (jobs.length === 0) return null;
  return (
    <Panel title="Jobs" className="tg-p">
      <ul className="tg">
        {jobs.map((job) => (
          <li key={job.name}>
            <Glyph status={statusOf(job)} share={0} silent />
            <span className="trunc">
              {job.name}, {job.when}
            </span>
            <span className="meta">
              {WORDS[job.state]}
              {job.target !== undefined && ` at ${job.target}`}
            </span>
            <span className="meta trunc mono">
              <Outside text={job.words.join(" ")} longest={200} />
            </span>
            {job.irreversible && <span className="meta">Nothing from before {job.compatible ? "the delivery before it" : "it"} comes back once it succeeded.</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
