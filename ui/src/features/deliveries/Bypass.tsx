import { useRef, useState } from "react";
import { Outside } from "../../design/Outside";
import type { Delivery, Unmet } from "../../lib/api/contract";
import { visible } from "../../lib/words/outside";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

/** Lets one delivery go past a guardrail that holds it, as it was looked at. Only whoever may is asked at all. */
export function Bypass({ of, guardrail }: { of: Delivery; guardrail: Unmet }) {
  const { application, environment, number } = of;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/bypass");
  const seen = useRef(of.hash);
  const dialog = useAsked(`bypass ${guardrail.what}`, () => {
    seen.current = of.hash;
    wish.begin();
  });
  const denied = useDenied("owner", { environment });
  const [because, setBecause] = useState("");
  if (denied !== undefined) return null;
  const reason = because.trim();
  const press = async () => {
    if (await wish.press({ application, environment, number }, { guardrail: guardrail.what, hash: seen.current, because: reason })) dialog.close();
  };
  return (
    <div className="way">
      <button type="button" className="btn" onClick={dialog.open}>
        Bypass {visible(guardrail.what, 60)}…
      </button>
      {dialog.asked && (
        <Act
          title={`Bypass ${visible(guardrail.what, 80)} for ${of.id}`}
          phase={wish.phase}
          verb={`Bypass it for #${number}`}
          leave="Let it wait"
          missing={reason === "" ? "Say why." : undefined}
          dangerous
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["What it waits for", <Outside key="why" text={guardrail.because.sentence} longest={300} />],
              ["What happens", `#${number} goes on without it, as soon as nothing else holds it. Everybody sees that you let it, and why, for as long as it is known.`],
              ["What stays", "All the rest that it has to meet, and this for every other delivery."],
            ]}
          />
          <Because text={because} change={setBecause}>
            <p className="meta">It is kept in the ledger, with your name.</p>
          </Because>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </div>
  );
}
