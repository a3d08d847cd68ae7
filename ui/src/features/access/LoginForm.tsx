import { type FormEvent, useId, useRef, useState } from "react";
import { openSession, Refused } from "../../lib/api/http";

/** Takes a token and opens a session with it. The token is kept nowhere in the browser. */
export function LoginForm({ entered, first }: { entered: () => void; first?: string }) {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const failed = await attempt(field.current?.value.trim() ?? "");
    setSending(false);
    setFailure(failed);
    if (failed === undefined) entered();
    else field.current?.focus();
  };
  return (
    <form className="login" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>Token, or the secret of a login link</label>
      <input
        id={id}
        ref={field}
        className="field mono"
        type="password"
        autoComplete="current-password"
        spellCheck={false}
        required
        aria-invalid={failure !== undefined}
        aria-describedby={failure === undefined ? undefined : `${id}-failure`}
      />
      {failure !== undefined && (
        <p id={`${id}-failure`} className="say bad" role="alert">
          {failure}
        </p>
      )}
      <button type="submit" className="btn pri" disabled={sending}>
        {sending ? "Sending" : "Log in"}
      </button>
    </form>
  );
}

/** Tries a secret; the answer is why it did not work. */
export async function attempt(secret: string): Promise<string | undefined> {
  try {
    await openSession(secret);
    return undefined;
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 401) return "This does not open a session: it is not known, was used before, or has been revoked.";
    return failure instanceof Error ? `You are not logged in. ${failure.message}` : "You are not logged in.";
  }
}
