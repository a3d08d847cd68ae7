import { useState } from "react";
import { Opener } from "../../design/Button";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { NameAgain } from "../acting/NameAgain";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import type { Placement } from "../../lib/api/contract";

/** What runs on of an application that was removed, and the way to end it. Nothing where there is no such thing. */
export function LeftOver({ of }: { of: Placement }) {
  return of.leftOver ? <Left of={of} /> : null;
}

function Left({ of: { application, environment, asksToConfirm } }: { of: Placement }) {
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/stop");
  const dialog = useAsked("stop", wish.begin);
  const denied = useDenied("owner", { application, environment });
  const [typed, setTyped] = useState("");
  const missing = asksToConfirm && typed !== environment ? `Type ${environment} to confirm it.` : undefined;
  const press = async () => {
    if (await wish.press({ application, environment }, asksToConfirm ? { confirm: environment } : {})) dialog.close();
  };
  return (
    <section className="panel" aria-label="Left over">
      <p className="wrap">{application} was removed; what was in force then runs on here as it was ordered last, until somebody ends it.</p>
      <div className="acts">
        <Opener open={dialog.open} denied={denied} kind="badly">
          End it…
        </Opener>
      </div>
      {dialog.asked && denied === undefined && (
        <Act title={`End what runs of ${application} in ${environment}`} phase={wish.phase} verb={`End ${application} in ${environment}`} leave="Let it run" missing={missing} dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", "A delivery with nothing in it goes there in its turn, under the locks and guardrails of the environment, and stops all of its services."],
              ["The way back", "Add the application again and deploy it."],
            ]}
          />
          {asksToConfirm && <NameAgain environment={environment} typed={typed} change={setTyped} />}
        </Act>
      )}
      <Sent phase={wish.phase} />
    </section>
  );
}
