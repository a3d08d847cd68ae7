import type { FormEvent, ReactNode } from "react";
import { useStale } from "../../app/live";
import { SendButton } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { NotDone } from "./NotDone";
import type { Phase } from "./wish";

export interface Acting {
  readonly title: ReactNode;
  readonly phase: Phase<unknown>;
  /** Verb and object: what the button does. */
  readonly verb: string;
  /** The safe choice: what happens when nobody presses. */
  readonly leave: string;
  /** What must be filled in first; undefined when everything is. */
  readonly missing?: string | undefined;
  readonly dangerous?: boolean;
  readonly close: () => void;
  readonly press: () => void;
  /** What happens to whom and how to get back, then the fields. */
  readonly children: ReactNode;
}

/** The dialog that every wish goes through: what happens, the fields, what went wrong, the two ways out. */
export function Act({ title, phase, verb, leave, missing, dangerous = false, close, press, children }: Acting) {
  const stale = useStale() !== undefined;
  const sending = phase.at === "sending";
  const failure = phase.at === "failed" ? phase.failure : undefined;
  const open = failure?.open === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sending && missing === undefined && !stale) press();
  };
  const why = stale ? "The server cannot be reached at the moment; what you entered is kept." : missing;
  return (
    <Dialog title={title} close={close} className="act">
      <form onSubmit={submit}>
        {/* A wish that may have arrived can only be sent again as it was. */}
        <fieldset className="act-fields" disabled={sending || open}>
          <legend className="vh">What is to happen</legend>
          {children}
        </fieldset>
        {failure !== undefined && <NotDone failure={failure} />}
        <div className="act-end">
          <p className="meta" aria-live="polite">
            {why}
          </p>
          <button type="button" className="btn" data-first onClick={close}>
            {leave}
          </button>
          <SendButton sending={sending} ready={missing === undefined && !stale} kind={dangerous ? "badly" : "pri"}>
            {open ? "Try again" : verb}
          </SendButton>
        </div>
      </form>
    </Dialog>
  );
}
