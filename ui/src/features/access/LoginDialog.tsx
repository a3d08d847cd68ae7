import { Dialog } from "../../design/Dialog";
import { LoginForm } from "./LoginForm";

/** The session ended in the middle: log in over the page, which stays as it is. There is no other way out of it. */
export function LoginDialog({ entered }: { entered: () => void }) {
  return (
    <Dialog title="Your session has ended" close={() => undefined}>
      <p className="soft">Log in again; this page stays as it is.</p>
      <LoginForm entered={entered} />
    </Dialog>
  );
}
