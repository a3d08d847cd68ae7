import { type FormEvent, useId, useState } from "react";
import { Opener, SendButton } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import type { Application, TriggerVerdict } from "../../lib/api/contract";
import { ask } from "../../lib/api/http";
import { useAsked } from "../acting/asked";
import { HAPPENINGS, type Happening, testOf } from "./tryTriggers";

type Said = { readonly at: "ready" } | { readonly at: "asking" } | { readonly at: "failed"; readonly sentence: string } | { readonly at: "said"; readonly triggers: readonly TriggerVerdict[] };

/** Which triggers would a push fire, and why not the others? Nothing is shipped. */
export function TryTriggers({ of }: { of: Application }) {
  const [happening, setHappening] = useState<Happening>("push");
  const [name, setName] = useState(of.branch ?? "main");
  const [said, setSaid] = useState<Said>({ at: "ready" });
  const dialog = useAsked("try", () => setSaid({ at: "ready" }));
  const group = useId();
  const field = useId();
  const test = testOf(happening, name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (test === undefined || said.at === "asking") return;
    setSaid({ at: "asking" });
    try {
      setSaid({ at: "said", triggers: (await ask("POST /api/v1/applications/{application}/triggers/test", { application: of.name }, test)).triggers });
    } catch (thrown) {
      setSaid({ at: "failed", sentence: thrown instanceof Error ? thrown.message : "No answer came." });
    }
  };
  return (
    <>
      <Opener open={dialog.open}>Try triggers…</Opener>
      {dialog.asked && (
        <Dialog title={`Try the triggers of ${of.name}`} close={dialog.close} className="act">
          <form onSubmit={(event) => void submit(event)}>
            <div className="asks">
              <span id={group} className="strong">
                What happens
              </span>
              <div className="choices" role="radiogroup" aria-labelledby={group}>
                {HAPPENINGS.map((each) => (
                  <label key={each.happening}>
                    <input type="radio" name={group} checked={happening === each.happening} onChange={() => setHappening(each.happening)} />
                    <span>{each.says}</span>
                  </label>
                ))}
              </div>
            </div>
            <div className="asks">
              <label htmlFor={field}>{HAPPENINGS.find((each) => each.happening === happening)?.asks}</label>
              <input id={field} className="field mono" data-first value={name} maxLength={250} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => setName(event.target.value)} />
            </div>
            <div role="status">{said.at === "said" && <Verdicts triggers={said.triggers} />}</div>
            {said.at === "failed" && (
              <p className="say bad" role="alert">
                <Outside text={said.sentence} longest={600} />
              </p>
            )}
            <div className="act-end">
              <p className="meta">{test === undefined ? "Name it first." : "Nothing is shipped by asking."}</p>
              <button type="button" className="btn" onClick={dialog.close}>
                Back to the page
              </button>
              <SendButton sending={said.at === "asking"} ready={test !== undefined} kind="pri">
                Ask
              </SendButton>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}

function Verdicts({ triggers }: { triggers: readonly TriggerVerdict[] }) {
  if (triggers.length === 0) return <p className="soft">It has no triggers, so nothing is shipped by itself.</p>;
  return (
    <ul className="tg">
      {triggers.map((each) => (
        <li key={each.trigger}>
          <Glyph status={each.matched ? "healthy" : "superseded"} silent />
          <span>
            <strong>{each.trigger}</strong> {each.matched ? `ships to ${each.travel.join(", then ")}` : "does not fire"}
          </span>
          <span className="deviations">
            <Outside text={each.because.sentence} longest={300} />
          </span>
        </li>
      ))}
    </ul>
  );
}
