import { useQuery } from "@tanstack/react-query";
import { shipment } from "../../app/reads";
import { Opener } from "../../design/Button";
import type { QueueItem } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { version } from "../deliveries/version";
import { journeysEnd } from "../shipments/journey";

/** Takes a shipment out of a queue; the server takes out only what still waits there. */
export function Remove({ item, about }: { item: QueueItem; about: string }) {
  const { application, environment } = item;
  const wish = useWish("DELETE /api/v1/applications/{application}/environments/{environment}/queue/{shipment}");
  const dialog = useAsked(`remove-${item.shipment}`, wish.begin);
  const { data, isError } = useQuery({ ...shipment(item.shipment), enabled: dialog.asked });
  const end = data === undefined ? undefined : journeysEnd(data);
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
          missing={end === undefined ? missing(data !== undefined, isError) : undefined}
          dangerous
          close={dialog.close}
          press={() => void press()}
        >
          <Says facts={end?.facts ?? []} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function missing(read: boolean, unread: boolean): string {
  if (read) return "It does not wait any more.";
  return unread ? "What it would end could not be read; close this and open it again." : "Reading what it would end…";
}
