import { type Ref, useId } from "react";

interface Opening {
  readonly children: string;
  /** What it is about, for who does not see the row that it stands in. */
  readonly about?: string;
  readonly open: () => void;
  readonly denied?: string | undefined;
  readonly kind?: "" | "pri" | "badly";
}

/** Opens a dialog. Where acting is denied it stays in its place, quiet, and says who may. */
export function Opener({ children, about, open, denied, kind = "" }: Opening) {
  const why = useId();
  if (denied === undefined) {
    return (
      <button type="button" className={`btn ${kind}`} onClick={open}>
        {children}
        {about !== undefined && <span className="vh"> {about}</span>}
      </button>
    );
  }
  return (
    <>
      <button type="button" className="btn" aria-disabled="true" aria-describedby={why} title={denied}>
        {children}
      </button>
      <span id={why} className="vh">
        {denied}
      </span>
    </>
  );
}

/** Sends what the dialog is about. It keeps its width while it says that it is sending. */
export function SendButton({ children, sending, ready, kind }: { children: string; sending: boolean; ready: boolean; kind: "pri" | "badly" }) {
  return (
    <button type="submit" className={`btn ${kind} keeps`} disabled={sending || !ready}>
      <span className={sending ? "away" : ""}>{children}</span>
      <span className={sending ? "" : "away"}>Sending</span>
    </button>
  );
}

interface Press {
  readonly children: string;
  readonly button: Ref<HTMLButtonElement>;
  readonly sending: boolean;
  /** The server cannot be reached, so nothing may be pressed. */
  readonly stale: boolean;
  readonly denied: string | undefined;
  readonly press: () => void;
}

/** Acts at once, without a dialog. Where acting is denied it stays in its place, quiet, and says who may. */
export function PressButton({ children, button, sending, stale, denied, press }: Press) {
  const why = useId();
  return (
    <>
      <button ref={button} type="button" className="btn keeps" disabled={sending || stale} aria-disabled={denied !== undefined || undefined} aria-describedby={denied === undefined ? undefined : why} title={denied} onClick={press}>
        <span className={sending ? "away" : ""}>{children}</span>
        <span className={sending ? "" : "away"}>Sending</span>
      </button>
      {denied !== undefined && (
        <span id={why} className="vh">
          {denied}
        </span>
      )}
    </>
  );
}
