import { useId, useState } from "react";
import type { Delivery, Member, Verdict } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Opener } from "../../design/Button";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

const VERDICTS: readonly (readonly [verdict: Verdict, word: string, follows: string, verb: string])[] = [
  ["succeeded", "It succeeded", "The target counts as ordered, and the delivery goes on.", "Record that it succeeded"],
  ["failed", "It failed", "The delivery fails, as if the command had said so; its shipment stops here.", "Record that it failed"],
  ["rerun", "Run it again", "The command runs once more from the start. Only if doing it twice does no harm.", "Run it again"],
];

/** Says what became of an order at one target whose outcome nobody knows. */
export function Settle({ delivery, member: { target } }: { delivery: Delivery; member: Pick<Member, "target"> }) {
  const { application, environment, number } = delivery;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/settle");
  const dialog = useAsked(`settle-${target}`, wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const [verdict, setVerdict] = useState<Verdict>();
  const group = useId();
  const press = async () => {
    if (verdict !== undefined && (await wish.press({ application, environment, number }, { target, verdict }))) dialog.close();
  };
  return (
    <>
      <div className="bar">
        <Opener open={dialog.open} denied={denied} kind="pri">
          Say what became of it…
        </Opener>
        {denied !== undefined && <span className="meta">{denied}</span>}
      </div>
      {dialog.asked && denied === undefined && (
        <Act
          title={`What became of ${delivery.id} at ${target}?`}
          phase={wish.phase}
          verb={VERDICTS.find(([each]) => each === verdict)?.[3] ?? "Record it"}
          leave="Leave it open"
          missing={verdict === undefined ? "Say which." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <p className="soft">Nobody knows how the command ended. Look at {target} first; what you say is recorded with your name.</p>
          <div className="choices" role="radiogroup" aria-label="What became of it">
            {VERDICTS.map(([each, word, follows]) => (
              <label key={each}>
                <input type="radio" name={group} checked={verdict === each} onChange={() => setVerdict(each)} />
                <span>{word}</span>
                <small>{follows}</small>
              </label>
            ))}
          </div>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
