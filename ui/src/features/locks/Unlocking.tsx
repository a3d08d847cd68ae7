import { useQuery } from "@tanstack/react-query";
import { placements, whoami } from "../../app/reads";
import { Opener } from "../../design/Button";
import { Outside } from "../../design/Outside";
import type { Lock } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { deniedRelease, reach, scopeWords } from "./scope";

/** Releases a lock. */
export function Unlocking({ lock }: { lock: Lock }) {
  const wish = useWish("DELETE /api/v1/locks/{lock}");
  const dialog = useAsked(`unlock-${lock.id}`, wish.begin);
  const who = useQuery(whoami()).data;
  const denied = who === undefined ? "Reading what you may do." : deniedRelease(who, lock);
  const { data } = useQuery({ ...placements(lock.environments.length === 0 ? lock.scope : {}), enabled: dialog.asked });
  const name = scopeWords(lock.scope);
  const press = async () => {
    if (await wish.press({ lock: lock.id }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Unlock…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Unlock ${name}`} phase={wish.phase} verb={`Unlock ${name}`} leave="Keep it locked" dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["Its reason", <Outside key="reason" text={lock.reason} longest={300} />],
              ["What happens", "What waits because of it alone goes on at once; other locks of the same scope stay."],
              ["Whom", data === undefined ? "…" : reach(data.items, lock.scope, lock.environments)],
              ["The way back", "Lock it again; what has started by then goes on to its next step."],
            ]}
          />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
