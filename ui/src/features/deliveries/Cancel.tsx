import { Opener } from "../../design/Button";
import type { DeliveryDetail } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { cancelling } from "./cancelling";

/** Ends a delivery that has not settled. */
export function Cancel({ detail: { delivery, members } }: { detail: DeliveryDetail }) {
  const { application, environment, number } = delivery;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/cancel");
  const dialog = useAsked("cancel", wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const effect = cancelling(delivery, members.length);
  if (effect === undefined) return null;
  const press = async () => {
    if (await wish.press({ application, environment, number }, undefined)) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="badly">
        Cancel…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Cancel ${delivery.id}`} phase={wish.phase} verb={`Cancel #${number}`} leave="Let it go on" dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", effect.happens],
              ["What stays", effect.stays],
              ["The way back", effect.back],
            ]}
          />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
