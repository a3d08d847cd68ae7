import { useId, useState } from "react";
import { Opener } from "../../design/Button";
import type { Campaign } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { NameEach } from "./NameEach";
import { nameOf } from "./words";

/** Has a campaign start nothing any more. Whether one may depends on who belongs to the overlay's owner, which the server knows. */
export function StopCampaign({ of }: { of: Campaign }) {
  const wish = useWish("POST /api/v1/campaigns/{campaign}/stop");
  const dialog = useAsked("stop-campaign", wish.begin);
  const [reason, setReason] = useState("");
  const id = useId();
  const press = async () => {
    if (await wish.press({ campaign: of.id }, reason.trim() === "" ? {} : { reason: reason.trim() })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={undefined} kind="badly">
        Stop…
      </Opener>
      {dialog.asked && (
        <Act title={`Stop sending ${nameOf(of)}`} phase={wish.phase} verb="Stop the campaign" leave="Let it go on" dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", "Nothing of it starts any more. What is under way ends as it ends, and what has come through stays."],
              ["The way back", "Send the overlay again. To take back what has come through, revert the overlay; that sends it, too."],
            ]}
          />
          <div className="asks">
            <label htmlFor={id}>Why, for everybody to read</label>
            <input id={id} className="field" data-first value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          </div>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

/** Lets a halted campaign go on, and lets it go where it is protected. */
export function ResumeCampaign({ of, unnamed }: { of: Campaign; unnamed: readonly string[] }) {
  const wish = useWish("POST /api/v1/campaigns/{campaign}/resume");
  const dialog = useAsked("resume-campaign", wish.begin);
  const [named, setNamed] = useState<readonly string[]>([]);
  const press = async () => {
    if (await wish.press({ campaign: of.id }, named.length === 0 ? {} : { confirm: named })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={undefined} kind="pri">
        Resume…
      </Opener>
      {dialog.asked && (
        <Act
          title={`Let ${nameOf(of)} go on`}
          phase={wish.phase}
          verb="Resume the campaign"
          leave="Leave it"
          missing={of.state === "running" && named.length === 0 ? "Type the name of a protected environment." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["What happens", of.state === "halted" ? "It tries again where something failed, and goes on from there as fast as it may." : "It goes on to what you name."],
              ["The way back", "Stop it."],
            ]}
          />
          <NameEach environments={unnamed} change={setNamed} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
