import { useState } from "react";
import { Opener } from "../../design/Button";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

/** An application in an environment. */
export interface PlacementRef {
  readonly application: string;
  readonly environment: string;
}

/** Lets nothing new start at a placement, and says why. */
export function Pause({ at: { application, environment } }: { at: PlacementRef }) {
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/pause");
  const dialog = useAsked("pause", wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const [because, setBecause] = useState("");
  const press = async () => {
    if (await wish.press({ application, environment }, { because: because.trim() })) {
      dialog.close();
      setBecause("");
    }
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Pause…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Pause ${application} in ${environment}`}
          phase={wish.phase}
          verb={`Pause ${application} in ${environment}`}
          leave="Let it go on"
          missing={because.trim() === "" ? "Say why." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["What happens", "No rollout and no next step starts here. What a target is at, it finishes; what arrives waits in the queue."],
              ["The way back", "Resume it; it goes on where it was."],
            ]}
          />
          <Because text={because} change={setBecause} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
