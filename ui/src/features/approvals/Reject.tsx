import { useRef, useState } from "react";
import { usePageKey } from "../../app/keys";
import type { Delivery } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { cancelling } from "../deliveries/cancelling";

/** Rejects what was looked at, with a reason. */
export function Reject({ of }: { of: Delivery }) {
  const { application, environment, number } = of;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/reject");
  const seen = useRef(of.hash);
  const dialog = useAsked("reject", () => {
    seen.current = of.hash;
    wish.begin();
  });
  usePageKey("r", dialog.open);
  const [reason, setReason] = useState("");
  const effect = cancelling(of, 0);
  const press = async () => {
    if (await wish.press({ application, environment, number }, { hash: seen.current, reason: reason.trim() })) dialog.close();
  };
  return (
    <div className="your-word">
      <button type="button" className="btn badly" aria-keyshortcuts="r" onClick={dialog.open}>
        Reject… <kbd aria-hidden="true">R</kbd>
      </button>
      {dialog.asked && (
        <Act title={`Reject ${of.id}`} phase={wish.phase} verb={`Reject #${number}`} leave="Leave it waiting" missing={reason.trim() === "" ? "Say why." : undefined} dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", "It ends at once, whatever was approved before, and its shipment goes no further."],
              ["What stays", effect?.stays ?? ""],
              ["The way back", effect?.back ?? ""],
            ]}
          />
          <Because text={reason} change={setReason}>
            <p className="meta">It is kept in the ledger, with your name.</p>
          </Because>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </div>
  );
}
