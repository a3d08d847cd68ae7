import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queue } from "../../app/reads";
import { Opener } from "../../design/Button";
import type { Delivery } from "../../lib/api/contract";
import { counted } from "../../lib/words/number";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { Because } from "../acting/Because";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { waitingBehind } from "./behind";

/** Lets what waits behind a failed delivery go on without anything in its place. Nothing where nobody waits for that. */
export function GoOn({ of }: { of: Delivery }) {
  const { application, environment, number } = of;
  const { data } = useQuery({ ...queue(), enabled: of.state === "failed" });
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/pass-failure");
  const dialog = useAsked("go-on", wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const [because, setBecause] = useState("");
  const behind = waitingBehind(of, data?.items ?? []);
  if (behind.length === 0) return null;
  const press = async () => {
    if (await wish.press({ application, environment, number }, because.trim() === "" ? {} : { because: because.trim() })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Let them go on…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act title={`Go on behind ${of.id}`} phase={wish.phase} verb="Let them go on" leave="Let them wait" close={dialog.close} press={() => void press()}>
          <Says
            facts={[
              ["What happens", `${counted(behind.length, "shipment")} that waited behind it have their turn in ${environment}, though nothing came in its place.`],
              ["The way back", "Cancel what has started; or pause first, if nothing is to start yet."],
            ]}
          />
          <Because label="Reason, if there is one" text={because} change={setBecause} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
