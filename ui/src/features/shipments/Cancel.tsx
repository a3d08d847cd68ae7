import { Opener } from "../../design/Button";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import type { PlacementRef } from "../controls/Pause";
import { version } from "../deliveries/version";
import { useJourneysEnd } from "./useJourneysEnd";

/** Ends a shipment's journey where it is. What that means is read once it is asked for; in a list each has its own {@code name} in the address. */
export function CancelShipment({ id, at, name = "cancel", about }: { id: string; at: PlacementRef; name?: string; about?: string }) {
  const wish = useWish("POST /api/v1/shipments/{shipment}/cancel");
  const dialog = useAsked(name, wish.begin);
  const denied = useDenied("deployer", { application: at.application, environment: at.environment });
  const { data, facts, missing } = useJourneysEnd(id, dialog.asked, "It is not on its way any more.");
  const press = async () => {
    if (await wish.press({ shipment: id }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="badly" {...(about === undefined ? {} : { about })}>
        Cancel…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Cancel the shipment of ${at.application}${data === undefined ? "" : ` ${version(data)}`}`}
          phase={wish.phase}
          verb="Cancel the shipment"
          leave="Let it travel"
          missing={missing}
          dangerous
          close={dialog.close}
          press={() => void press()}
        >
          <Says facts={facts} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
