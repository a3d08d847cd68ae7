import { type FormEvent, useId, useState } from "react";
import { useParams } from "react-router";
import { useTitle } from "../../app/title";
import { SendButton } from "../../design/Button";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import type { Preview, PreviewRequest, PreviewStop } from "../../lib/api/contract";
import { ask, mistakes } from "../../lib/api/http";
import { counted } from "../../lib/words/number";
import { unnamed } from "../applications/given";
import { Fields } from "../differences/Fields";
import { answer, going, requestOf } from "./words";

type Seen = { readonly at: "ready" } | { readonly at: "asking" } | { readonly at: "failed"; readonly sentence: string; readonly mistakes: readonly string[] } | { readonly at: "seen"; readonly preview: Preview };

/** What would a commit come to, everywhere? Nothing is shipped by asking. */
export function PreviewPage() {
  const { application = "" } = useParams();
  const [seen, setSeen] = useState<Seen>({ at: "ready" });
  const title = seen.at === "seen" ? answer(application, seen.preview) : `What would a commit of ${application} come to?`;
  useTitle(title);
  const look = async (request: PreviewRequest) => {
    setSeen({ at: "asking" });
    try {
      setSeen({ at: "seen", preview: await ask("POST /api/v1/applications/{application}/preview", { application }, request) });
    } catch (thrown) {
      setSeen({ at: "failed", sentence: thrown instanceof Error ? thrown.message : "No answer came.", mistakes: mistakes(thrown) });
    }
  };
  return (
    <>
      <Lead title={<Outside text={title} longest={160} />}>It is decided as a deploy to each environment alone would be decided now. Nothing is shipped, and nobody is asked anything.</Lead>
      <Asking asking={seen.at === "asking"} look={(request) => void look(request)} />
      {seen.at === "failed" && (
        <div className="not-done" role="alert">
          <p className="say bad">It was not looked at</p>
          {[seen.sentence, ...seen.mistakes].map((each) => (
            <p key={each}>
              <Outside text={each} longest={600} />
            </p>
          ))}
        </div>
      )}
      {seen.at === "seen" && seen.preview.items.map((stop) => <Stop key={stop.environment} of={stop} />)}
      {seen.at === "seen" && seen.preview.warnings.length > 0 && (
        <Panel title="For nothing" end="overlays and policies">
          <ul className="assumed">
            {seen.preview.warnings.map((each) => (
              <li key={each.sentence}>
                <Outside text={each.sentence} longest={400} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Asking({ asking, look }: { asking: boolean; look: (request: PreviewRequest) => void }) {
  const [revision, setRevision] = useState("");
  const [document, setDocument] = useState("");
  const [parameters, setParameters] = useState("");
  const commit = useId();
  const field = useId();
  const params = useId();
  const mistaken = unnamed(parameters);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!asking && mistaken === undefined) look(requestOf(revision, document, parameters));
  };
  return (
    <form className="whatif" onSubmit={submit}>
      <div className="asks">
        <label htmlFor={commit}>Branch, tag or commit; the default branch&apos;s head when empty</label>
        <input id={commit} className="field mono" value={revision} maxLength={250} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => setRevision(event.target.value)} />
      </div>
      <div className="asks">
        <label htmlFor={field}>Its slipway.yaml, where that is not pushed yet</label>
        <textarea id={field} className="field mono" rows={6} value={document} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => setDocument(event.target.value)} />
      </div>
      <div className="asks">
        <label htmlFor={params}>Parameters that it would be given, NAME=VALUE, one a line; of a secret the name that it is sealed under</label>
        <textarea id={params} className="field mono" rows={2} value={parameters} spellCheck={false} autoComplete="off" autoCapitalize="none" aria-describedby={`${params}-mistaken`} onChange={(event) => setParameters(event.target.value)} />
        <p id={`${params}-mistaken`} className="meta" role="status">
          {mistaken !== undefined && <Outside text={mistaken} longest={200} />}
        </p>
      </div>
      <div className="act-end">
        <SendButton sending={asking} ready={mistaken === undefined} kind="pri">
          Look ahead
        </SendButton>
      </div>
    </form>
  );
}

function Stop({ of }: { of: PreviewStop }) {
  if (of.refused !== undefined) {
    return (
      <Panel title={of.environment} end="would not take it">
        <p className="nothing">
          <Outside text={of.refused.sentence} longest={400} />
        </p>
        {of.further.length > 0 && (
          <ul className="assumed">
            {of.further.map((each) => (
              <li key={each.sentence}>
                <Outside text={each.sentence} longest={400} />
              </li>
            ))}
            {of.more > 0 && <li>And for {counted(of.more, "more reason")}.</li>}
          </ul>
        )}
      </Panel>
    );
  }
  const waits = of.guardrails.filter((each) => each.verdict !== "pass");
  return (
    <Panel title={of.environment} end={waits.length === 0 ? "would start at once" : "would wait"}>
      <ul className="assumed">
        <li>{going(of)}.</li>
        {of.destroys.map((each) => (
          <li key={each.sentence}>
            <strong>Cannot be had back:</strong> <Outside text={each.sentence} longest={300} />
          </li>
        ))}
        {of.behind !== undefined && (
          <li>
            <Outside text={of.behind.sentence} longest={300} />
          </li>
        )}
        {waits.map((each) => (
          <li key={each.name}>
            <strong>
              <Outside text={each.name} longest={80} />
            </strong>{" "}
            <Outside text={each.because.sentence} longest={300} />
          </li>
        ))}
        {of.services.length === 0 && <li>Every service stays as it is.</li>}
      </ul>
      {of.services.length > 0 && <Fields of={of.services.flatMap((service) => service.fields.map((each) => ({ ...each, field: `${service.service}: ${each.field}` })))} />}
    </Panel>
  );
}
