import { type ReactNode, useId } from "react";

/** As long as the server takes it, in characters. */
const LENGTH_MAX = 300;

/** Where somebody says why, in a line. */
export function Because({ label = "Reason", text, change, children }: { label?: string; text: string; change: (text: string) => void; children?: ReactNode }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="field" data-first value={text} maxLength={LENGTH_MAX} autoComplete="off" onChange={(event) => change(event.target.value)} />
      {children}
    </div>
  );
}
