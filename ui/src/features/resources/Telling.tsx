import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { environments } from "../../app/reads";
import { Opener } from "../../design/Button";
import type { Resource } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

const VERSION = /^[0-9]{1,18}(\.[0-9]{1,18}){0,9}$/;

/** Says at which version a resource is. Whether one may depends on who belongs to its owner, which the server knows. */
export function Telling({ resource }: { resource: Resource }) {
  const wish = useWish("POST /api/v1/resources/{resource}/version");
  const dialog = useAsked(`tell-${resource.name}`, wish.begin);
  const { data } = useQuery({ ...environments(), enabled: dialog.asked });
  const [version, setVersion] = useState("");
  const [environment, setEnvironment] = useState("");
  const press = async () => {
    const body = { version: version.trim(), ...(environment === "" ? {} : { environment }) };
    if (await wish.press({ resource: resource.name }, body)) {
      dialog.close();
      setVersion("");
    }
  };
  return (
    <span>
      <Opener open={dialog.open} denied={undefined}>
        Say its version…
      </Opener>
      {dialog.asked && (
        <Act
          title={`At which version is ${resource.name}?`}
          phase={wish.phase}
          verb="Say so"
          leave="Say nothing"
          missing={VERSION.test(version.trim()) ? undefined : "Say the version, in numbers with dots between."}
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["Who may", `Whoever belongs to ${resource.owner}, or is reporter there.`],
              ["What happens", "What waits for it there goes on, where nothing else holds it."],
              ["The way back", "Say another version; what has started by then goes on."],
            ]}
          />
          <Version version={version} change={setVersion} />
          <Where chosen={environment} among={data?.items.map(({ name }) => name) ?? []} change={setEnvironment} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </span>
  );
}

function Version({ version, change }: { version: string; change: (version: string) => void }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>Version</label>
      <input id={id} className="field" data-first value={version} maxLength={200} autoComplete="off" onChange={(event) => change(event.target.value)} />
    </div>
  );
}

function Where({ chosen, among, change }: { chosen: string; among: readonly string[]; change: (environment: string) => void }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>Where</label>
      <select id={id} className="field" value={chosen} onChange={(event) => change(event.target.value)}>
        <option value="">Everywhere, whatever was said before</option>
        {among.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
