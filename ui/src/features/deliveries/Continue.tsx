import { Opener } from "../../design/Button";
import type { DeliveryDetail } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { continuing } from "./continuing";

/** Lets a delivery go on from a step where its strategy asks people. */
export function Continue({ detail }: { detail: DeliveryDetail }) {
  const { delivery } = detail;
  const { application, environment, number, step } = delivery;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/continue");
  const dialog = useAsked("continue", wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const effect = continuing(detail);
  if (effect === undefined) return null;
  const press = async () => {
    if (await wish.press({ application, environment, number }, {})) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="pri">
        Continue…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Continue ${delivery.id} from step ${step}`} phase={wish.phase} verb={`Continue #${number}`} leave="Leave it there" close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", effect.happens],
              ["What is asked", effect.asked],
              ["The way back", effect.back],
            ]}
          />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
