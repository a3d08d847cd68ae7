import { Opener } from "../../design/Button";
import type { QueueItem } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { version } from "../deliveries/version";
import { useJourneysEnd } from "../shipments/useJourneysEnd";

/** Takes a shipment out of a queue; the server takes out only what still waits there. */
export function Remove({ item, about }: { item: QueueItem; about: string }) {
  const { application, environment } = item;
  const wish = useWish("DELETE /api/v1/applications/{application}/environments/{environment}/queue/{shipment}");
  const dialog = useAsked(`remove-${item.shipment}`, wish.begin);
  const { facts, missing } = useJourneysEnd(item.shipment, dialog.asked, "It does not wait any more.");
  const press = async () => {
    if (await wish.press({ application, environment, shipment: item.shipment }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} kind="badly" about={about}>
        Remove…
      </Opener>
      {dialog.asked && (
        <Act
          title={`Take ${application} ${version(item)} out of the queue of ${environment}`}
          phase={wish.phase}
          verb="Take it out"
          leave="Let it wait"
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
