import { useId, useState } from "react";

/** Protected environments that a campaign may go to once their names are typed; the others wait. */
export function NameEach({ environments, change }: { environments: readonly string[]; change: (named: readonly string[]) => void }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const type = (environment: string, text: string) => {
    const next = { ...typed, [environment]: text };
    setTyped(next);
    change(environments.filter((each) => next[each] === each));
  };
  return environments.map((environment) => <Name key={environment} environment={environment} typed={typed[environment] ?? ""} type={(text) => type(environment, text)} />);
}

function Name({ environment, typed, type }: { environment: string; typed: string; type: (text: string) => void }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>{environment} is protected, and waits unless you type its name</label>
      <input id={id} className="field mono" value={typed} maxLength={63} spellCheck={false} autoComplete="off" onChange={(event) => type(event.target.value)} />
    </div>
  );
}
