import { type FormEvent, useId, useState } from "react";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { Status } from "../../design/status";
import type { Inclusion, Placement } from "../../lib/api/contract";
import { read } from "../../lib/api/http";

type Said = { readonly at: "ready" } | { readonly at: "asking" } | { readonly at: "failed"; readonly sentence: string } | { readonly at: "said"; readonly answer: Inclusion };

const ANSWERS: Readonly<Record<Inclusion["relation"], { readonly word: string; readonly status: Status; readonly tone: string }>> = {
  included: { word: "It is in", status: "healthy", tone: "ok" },
  "not-included": { word: "It is not in", status: "held", tone: "stop" },
  "no-relation": { word: "It has nothing to do with it", status: "superseded", tone: "stop" },
};

/** Is a commit in what is in force here? The repository is asked at that moment. */
export function IsItIn({ at: { application, environment } }: { at: Placement }) {
  const field = useId();
  const [words, setWords] = useState("");
  const [said, setSaid] = useState<Said>({ at: "ready" });
  const revision = words.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (revision === "" || said.at === "asking") return;
    setSaid({ at: "asking" });
    try {
      setSaid({ at: "said", answer: await read("/api/v1/applications/{application}/environments/{environment}/inclusion", { application, environment }, { revision }) });
    } catch (thrown) {
      setSaid({ at: "failed", sentence: thrown instanceof Error ? thrown.message : "No answer came." });
    }
  };
  return (
    <Panel title="Is a commit in it?">
      <form className="is-it-in" onSubmit={(event) => void submit(event)}>
        <label htmlFor={field}>A commit, a branch or a tag</label>
        <input id={field} className="field mono" value={words} maxLength={250} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => setWords(event.target.value)} />
        <button type="submit" className="btn" disabled={revision === "" || said.at === "asking"}>
          Ask
        </button>
      </form>
      <div role="status">
        {said.at === "asking" && <p className="nothing">The repository is asked.</p>}
        {said.at === "said" && <Answer of={said.answer} />}
      </div>
      {said.at === "failed" && (
        <p className="nothing say bad" role="alert">
          <Outside text={said.sentence} longest={600} />
        </p>
      )}
    </Panel>
  );
}

function Answer({ of }: { of: Inclusion }) {
  const { word, status, tone } = ANSWERS[of.relation];
  return (
    <p className="nothing wrap">
      <Glyph status={status} silent /> <span className={`say ${tone}`}>{word}.</span> <Outside text={of.because.sentence} longest={600} />
    </p>
  );
}
