import { Opener } from "../../design/Button";
import type { Delivery } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";

/** Lets a delivery go on without a target of which nothing is heard. */
export function Exclude({ delivery, target }: { delivery: Delivery; target: string }) {
  const { application, environment, number } = delivery;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/exclude");
  const dialog = useAsked(`exclude-${target}`, wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const press = async () => {
    if (await wish.press({ application, environment, number }, { target })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Go on without it…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Go on with ${delivery.id} without ${target}`} phase={wish.phase} verb={`Leave ${target} out`} leave="Wait for it" dangerous close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", `${target} is no member of #${number} any more, and the others go on.`],
              ["What stays", `${target} keeps what it runs until its agent is back; nobody knows what that is now.`],
              ["The way back", `Once it is back it gets what is in force in ${environment}.`],
            ]}
          />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
