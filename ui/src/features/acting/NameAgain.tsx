import { useId } from "react";

/** Level 3: what goes to a protected environment by hand names it once more. */
export function NameAgain({ environment, typed, change }: { environment: string; typed: string; change: (typed: string) => void }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>
        {environment} is protected. Type {environment} to go on.
      </label>
      <input id={id} className="field mono" value={typed} maxLength={63} spellCheck={false} autoComplete="off" autoCapitalize="none" aria-describedby={`${id}-kept`} onChange={(event) => change(event.target.value)} />
      <p id={`${id}-kept`} className="meta">
        It is recorded that you named it.
      </p>
    </div>
  );
}
