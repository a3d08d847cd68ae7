import { useId, useState } from "react";
import { Opener } from "../../design/Button";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import type { PlacementRef } from "./Pause";

/** Lets a paused placement go on where it was. */
export function Resume({ at: { application, environment } }: { at: PlacementRef }) {
  const { wish, dialog, denied } = useResuming({ application, environment }, "resume");
  const press = async () => {
    if (await wish.press({ application, environment }, {})) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Resume…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Resume ${application} in ${environment}`} phase={wish.phase} verb={`Resume ${application} in ${environment}`} leave="Keep it paused" close={dialog.close} press={() => void press()}>
          <Says facts={[["What happens", "What is on its way goes on where it was, and the next in the queue has its turn."]]} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

/** Lets go what a rollback keeps away, by naming the commit that mends it. */
export function Mend({ at: { application, environment } }: { at: PlacementRef }) {
  const { wish, dialog, denied } = useResuming({ application, environment }, "mend");
  const [fixedBy, setFixedBy] = useState("");
  const id = useId();
  const named = fixedBy.trim();
  const press = async () => {
    if (await wish.press({ application, environment }, { fixedBy: named })) {
      dialog.close();
      setFixedBy("");
    }
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Say what mends it…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`What mends ${application} in ${environment}?`}
          phase={wish.phase}
          verb="It is mended"
          leave="Keep it away"
          missing={named === "" || /\s/.test(named) ? "Name a branch, a tag or a commit." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <Says facts={[["What happens", `That commit, and what contains it, may go to ${environment} again. What was rolled back without it stays away.`]]} />
          <div className="asks">
            <label htmlFor={id}>Branch, tag or commit that mends it</label>
            <input
              id={id}
              className="field mono"
              data-first
              value={fixedBy}
              maxLength={250}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => setFixedBy(event.target.value)}
            />
          </div>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function useResuming(at: PlacementRef, name: string) {
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/resume");
  return { wish, dialog: useAsked(name, wish.begin), denied: useDenied("deployer", at) };
}
