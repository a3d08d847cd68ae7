import { Opener } from "../../design/Button";
import type { Shipment } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { version } from "../deliveries/version";
import { journeysEnd } from "./journey";

/** Ends a shipment's journey where it is. */
export function CancelShipment({ of }: { of: Shipment }) {
  const wish = useWish("POST /api/v1/shipments/{shipment}/cancel");
  const dialog = useAsked("cancel", wish.begin);
  const end = journeysEnd(of);
  const denied = useDenied("deployer", { application: of.application, ...(end === undefined ? {} : { environment: end.environment }) });
  if (end === undefined) return null;
  const press = async () => {
    if (await wish.press({ shipment: of.id }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="badly">
        Cancel…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Cancel the shipment of ${of.application} ${version(of)}`} phase={wish.phase} verb="Cancel the shipment" leave="Let it travel" dangerous close={dialog.close} press={() => void press()}>
          <Says facts={end.facts} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
