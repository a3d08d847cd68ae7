import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { placements } from "../../app/reads";
import { Opener } from "../../design/Button";
import type { LockStrength, ScopeRef } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { reach, scopeWords, STRENGTHS } from "./scope";

const HOUR = 3600;
const LASTS: readonly (readonly [seconds: number | undefined, word: string])[] = [
  [undefined, "Until somebody releases it"],
  [HOUR, "1 hour"],
  [4 * HOUR, "4 hours"],
  [24 * HOUR, "24 hours"],
  [3 * 24 * HOUR, "3 days"],
];

/**
 * Keeps a scope as it is, with a reason that shows wherever something waits because of it. Where the scope names a group of
 * environments, `group` are those that it has by now.
 */
export function Locking({ scope, group = [] }: { scope: ScopeRef; group?: readonly string[] }) {
  const wish = useWish("POST /api/v1/locks");
  const dialog = useAsked(group.length === 0 ? "lock" : `lock-${scope.environment}`, wish.begin);
  const denied = useDenied("deployer", scope);
  const { data } = useQuery({ ...placements(group.length === 0 ? scope : {}), enabled: dialog.asked });
  const [reason, setReason] = useState("");
  const [strength, setStrength] = useState<LockStrength>("holds");
  const [lasts, setLasts] = useState(0);
  const seconds = LASTS[lasts]?.[0];
  const press = async () => {
    const body = { scope, reason: reason.trim(), strength, ...(seconds === undefined ? {} : { seconds }) };
    if (await wish.press({}, body)) {
      dialog.close();
      setReason("");
    }
  };
  const name = scopeWords(scope);
  return (
    <>
      <Opener open={dialog.open} denied={denied} {...(group.length === 0 ? {} : { about: name })}>
        Lock…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Lock ${name}`}
          phase={wish.phase}
          verb={`Lock ${name}`}
          leave="Leave it open"
          missing={reason.trim() === "" ? "Say why." : undefined}
          dangerous
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["Whom", data === undefined ? "…" : reach(data.items, scope, group)],
              ...(group.length === 0 ? [] : [["What joins", `Environments that ${name} gets while it holds are locked too.`] as const]),
              ["The way back", "You can release it, and so can an owner."],
            ]}
          />
          <Because text={reason} change={setReason}>
            <p className="meta">Everybody who waits because of it reads this.</p>
          </Because>
          <Strength strength={strength} change={setStrength} />
          <Lasts chosen={lasts} change={setLasts} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function Strength({ strength, change }: { strength: LockStrength; change: (strength: LockStrength) => void }) {
  const group = useId();
  return (
    <div className="choices" role="radiogroup" aria-label="What it stops">
      {STRENGTHS.map(([each, word, stops]) => (
        <label key={each}>
          <input type="radio" name={group} checked={strength === each} onChange={() => change(each)} />
          <span>{word}</span>
          <small>{stops}</small>
        </label>
      ))}
    </div>
  );
}

function Lasts({ chosen, change }: { chosen: number; change: (chosen: number) => void }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>For how long</label>
      <select id={id} className="field" value={chosen} onChange={(event) => change(Number(event.target.value))}>
        {LASTS.map(([, word], index) => (
          <option key={word} value={index}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
