import { useId } from "react";

/** Opens a dialog. Where acting is denied it stays in its place, quiet, and says who may. */
export function Opener({ children, open, denied, kind = "" }: { children: string; open: () => void; denied?: string | undefined; kind?: "" | "pri" | "badly" }) {
  const why = useId();
  if (denied === undefined) {
    return (
      <button type="button" className={`btn ${kind}`} onClick={open}>
        {children}
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
