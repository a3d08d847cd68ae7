import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { environment as environmentRead, setBack } from "../../app/reads";
import { Opener } from "../../design/Button";
import { Outside } from "../../design/Outside";
import type { ShipSet } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

/** Ends what of a set has not arrived. */
export function CancelSet({ of }: { of: ShipSet }) {
  const wish = useWish("POST /api/v1/sets/{set}/cancel");
  const dialog = useAsked("cancel-set", wish.begin);
  const denied = useDenied("deployer", { environment: of.travel[0] ?? "" });
  const press = async () => {
    if (await wish.press({ set: of.id }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="badly">
        Cancel all…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title="Cancel what goes as one" phase={wish.phase} verb="Cancel the set" leave="Let it travel" dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", "What has not started never does. What is under way is ordered back. What has arrived stays."],
              ["The way back", "Ship it again; or take back what has arrived, once all has ended."],
            ]}
          />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

/** Takes back all that a set brought to an environment, or says why nothing of it can go back. */
export function RollBackSet({ of, environment }: { of: ShipSet; environment: string }) {
  const wish = useWish("POST /api/v1/sets/{set}/rollback");
  const dialog = useAsked(`rollback-${environment}`, wish.begin);
  const denied = useDenied("deployer", { environment });
  const offer = useQuery({ ...setBack(of.id, environment), enabled: dialog.asked }).data;
  const asks = useQuery({ ...environmentRead(environment), enabled: dialog.asked }).data?.asksToConfirm === true;
  const [typed, setTyped] = useState("");
  const id = useId();
  const press = async () => {
    if (await wish.press({ set: of.id }, { environment, ...(asks ? { confirm: typed } : {}) })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        {`Roll back in ${environment}…`}
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Take back what went as one to ${environment}`}
          phase={wish.phase}
          verb={`Roll back in ${environment}`}
          leave="Leave it"
          missing={offer === undefined ? "It is being read." : !offer.possible ? "It cannot go back." : asks && typed !== environment ? `Type ${environment}.` : undefined}
          dangerous
          close={dialog.close}
          press={() => void press()}
        >
          <p className="soft">All of it goes back, those first that need others; or nothing does.</p>
          <ul>
            {(offer?.items ?? []).map((part) => (
              <li key={part.application}>
                <Outside text={`${part.application}: ${part.to === undefined ? (part.because?.sentence ?? "nothing") : `back to #${part.to}`}`} longest={300} />
              </li>
            ))}
          </ul>
          {asks && (
            <div className="asks">
              <label htmlFor={id}>{environment} is protected: type its name</label>
              <input id={id} className="field mono" value={typed} maxLength={63} spellCheck={false} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
            </div>
          )}
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
