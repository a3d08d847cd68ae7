import { useState } from "react";
import { Opener } from "../../design/Button";
import type { DeliveryDetail } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

/** Lets a delivery start although its environment has no room for one more. Nothing where room is not what it waits for. */
export function Pass({ detail: { delivery, guardrails } }: { detail: DeliveryDetail }) {
  const { application, environment, number } = delivery;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/pass-limit");
  const dialog = useAsked("pass", wish.begin);
  const denied = useDenied("owner", { application, environment });
  const [because, setBecause] = useState("");
  const full = guardrails.find((each) => each.name === "concurrency" && each.verdict === "pending");
  if (delivery.state !== "waiting" || full === undefined) return null;
  const reason = because.trim();
  const press = async () => {
    if (await wish.press({ application, environment, number }, reason === "" ? {} : { because: reason })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Let it pass…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Let ${delivery.id} start in a full ${environment}`} phase={wish.phase} verb={`Let #${number} pass`} leave="Let it wait" close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What it waits for", full.because.sentence],
              ["What happens", `#${number} starts beside what is under way, as soon as nothing else holds it. Everybody sees that you let it pass.`],
              ["What stays", "All the rest that it has to meet, and the limit for everything else."],
            ]}
          />
          <Because label="Why, if you like" text={because} change={setBecause} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
