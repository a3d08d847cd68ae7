import { useEffect, useRef } from "react";
import { LoginForm } from "./LoginForm";

/** The session ended in the middle: log in over the page, which stays as it is. */
export function LoginDialog({ entered }: { entered: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // The platform's own modal: it keeps the focus inside, makes the rest inert, and returns the focus.
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="session-ended" onCancel={(event) => event.preventDefault()}>
      <h2 id="session-ended" className="h2">
        Your session has ended
      </h2>
      <p className="soft">Log in again; this page stays as it is.</p>
      <LoginForm entered={entered} />
    </dialog>
  );
}
