import { type FormEvent, useId, useState } from "react";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { useTitle } from "../../app/title";
import { SendButton } from "../../design/Button";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import type { WhatIf, WhatIfRow } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { useDenied } from "../access/useDenied";
import { useReplay } from "./useReplay";
import { answer, differenceStatus, differenceWords, missing } from "./words";

const DAY = 24 * 60 * 60 * 1000;
const SPANS = [1, 7, 14, 30] as const;

/** What would the last days have been like under another document? */
export function WhatIfPage() {
  const { standing, begin } = useReplay();
  const title = standing.at === "done" ? answer(standing.replay) : "What if a document had said something else?";
  useTitle(title);
  return (
    <>
      <Lead title={title}>What was pushed and wished is decided once more, as if the document had been in force. Nothing is changed, and nobody is asked anything.</Lead>
      <Asking running={standing.at === "running"} begin={(days, content) => void begin({ since: new Date(Date.now() - days * DAY).toISOString(), files: [{ name: "document.yaml", content }] })} />
      <p className="meta" role="status">
        {standing.at === "running" && `Replaying: ${standing.percent} %`}
      </p>
      {standing.at === "failed" && (
        <div className="not-done" role="alert">
          <p className="say bad">It was not replayed</p>
          <p>
            <Outside text={standing.sentence} longest={600} />
          </p>
          {standing.problems.map((problem) => (
            <p key={problem}>
              <Outside text={problem} longest={300} />
            </p>
          ))}
        </div>
      )}
      {standing.at === "done" && <Found replay={standing.replay} />}
    </>
  );
}

function Asking({ running, begin }: { running: boolean; begin: (days: number, document: string) => void }) {
  const denied = useDenied("deployer", {});
  const [days, setDays] = useState<number>(7);
  const [document, setDocument] = useState("");
  const field = useId();
  const span = useId();
  const lacking = denied ?? missing(document);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacking === undefined && !running) begin(days, document);
  };
  return (
    <form className="whatif" onSubmit={submit}>
      <div className="asks">
        <label htmlFor={span}>Of the last</label>
        <select id={span} className="field" value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {SPANS.map((each) => (
            <option key={each} value={each}>
              {each === 1 ? "day" : `${each} days`}
            </option>
          ))}
        </select>
      </div>
      <div className="asks">
        <label htmlFor={field}>The document that is supposed to have been in force</label>
        <textarea id={field} className="field mono" rows={8} value={document} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => setDocument(event.target.value)} />
      </div>
      <div className="act-end">
        <p className="meta" aria-live="polite">
          {lacking}
        </p>
        <SendButton sending={running} ready={lacking === undefined} kind="pri">
          Replay
        </SendButton>
      </div>
    </form>
  );
}

function Found({ replay }: { replay: WhatIf }) {
  return (
    <>
      <Panel title="What would have become of it" end={`${replay.rows.length} in all`}>
        {replay.rows.length === 0 && <p className="nothing">No shipment waited, came or ended in that time.</p>}
        <ol className="rows-of acting">
          {replay.rows.map((row) => (
            <Row key={`${row.application}/${row.environment}/${row.shipment}`} row={row} />
          ))}
        </ol>
      </Panel>
      {(replay.assumed.length > 0 || !replay.whole) && (
        <Panel title="What was assumed">
          <ul className="assumed">
            {!replay.whole && <li>Some of it had to be left out; choose a shorter time.</li>}
            {replay.assumed.map((each) => (
              <li key={each.code}>
                <Outside text={each.sentence} longest={400} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Row({ row }: { row: WhatIfRow }) {
  return (
    <li>
      <Glyph status={differenceStatus(row)} silent />
      <Link className="what trunc" to={paths.placement(row.application, row.environment)}>
        {row.application} {row.sha !== undefined && <code>{shortCommit(row.sha)}</code>} <span>to {row.environment}</span>
      </Link>
      <span className="why">
        <Outside text={row.because.sentence} longest={300} />
        {!row.faithful && " A replay with nothing changed does not do what really happened here; do not rely on this row."}
      </span>
      <span className="meta">
        {differenceWords(row)}
        {row.guardrail !== undefined && (
          <>
            {" by "}
            <Outside text={row.guardrail} longest={80} />
          </>
        )}
        {` · really ${row.really.state}, would have ${row.would.state}`}
      </span>
    </li>
  );
}
