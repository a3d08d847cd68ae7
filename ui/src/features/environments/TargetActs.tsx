import { useState } from "react";
import { Opener } from "../../design/Button";
import type { Target } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

/** What can be done about a target: let it rest, have it in use again, take it out of its environment. */
export function TargetActs({ target }: { target: Target }) {
  return (
    <div className="row-acts">
      {target.rest === undefined ? <Pause target={target} /> : <Resume target={target} />}
      {target.rest?.kind !== "removed" && !target.local && <Remove target={target} />}
    </div>
  );
}

function Pause({ target: { environment, name: target } }: { target: Target }) {
  const wish = useWish("POST /api/v1/environments/{environment}/targets/{target}/pause");
  const dialog = useAsked(`pause-${target}`, wish.begin);
  const denied = useDenied("deployer", { environment });
  const [because, setBecause] = useState("");
  const press = async () => {
    if (await wish.press({ environment, target }, { because: because.trim() })) {
      dialog.close();
      setBecause("");
    }
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} about={target}>
        Pause…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Pause ${target} in ${environment}`}
          phase={wish.phase}
          verb={`Pause ${target}`}
          leave="Let it go on"
          missing={because.trim() === "" ? "Say why." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["What happens", "Nothing new is ordered of it. Deliveries that start leave it out; one that is under way waits for it."],
              ["What stays", "What it was ordered before, and what it runs."],
              ["The way back", `Resume it; it gets what is in force in ${environment}.`],
            ]}
          />
          <Because text={because} change={setBecause} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function Resume({ target: { environment, name: target } }: { target: Target }) {
  const wish = useWish("POST /api/v1/environments/{environment}/targets/{target}/resume");
  const dialog = useAsked(`resume-${target}`, wish.begin);
  const denied = useDenied("deployer", { environment });
  const press = async () => {
    if (await wish.press({ environment, target }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} about={target}>
        Resume…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Have ${target} in use again`} phase={wish.phase} verb={`Resume ${target}`} leave="Let it rest" close={dialog.close} press={() => void press()}>
          <Says facts={[["What happens", `It gets what is in force in ${environment}, and takes part in what starts from now on.`]]} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function Remove({ target: { environment, name: target } }: { target: Target }) {
  const wish = useWish("DELETE /api/v1/environments/{environment}/targets/{target}");
  const dialog = useAsked(`remove-${target}`, wish.begin);
  const denied = useDenied("owner", { environment });
  const press = async () => {
    if (await wish.press({ environment, target }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="badly" about={target}>
        Remove…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Take ${target} out of ${environment}`} phase={wish.phase} verb={`Remove ${target}`} leave="Keep it" dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", "Nothing is applied there any more, and its agent's key counts no more. Deliveries that are under way go on without it."],
              ["What stays", "What runs there goes on running, and nobody heals it."],
              ["What is asked", "Where more than a tenth of the targets would be gone within a day, another owner has to say it too."],
              ["The way back", "Within a day: Resume. Later it is declared again."],
            ]}
          />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
