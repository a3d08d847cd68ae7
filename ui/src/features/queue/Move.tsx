import { useId, useState } from "react";
import { Opener } from "../../design/Button";
import { Outside } from "../../design/Outside";
import type { QueueItem } from "../../lib/api/contract";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { version } from "../deliveries/version";
import { isMovable, requestOf, type Spot, SPOTS } from "./spot";

/** Gives a shipment another place among those that wait where it waits; {@code queue} holds them all, in order. */
export function Move({ item, queue, about }: { item: QueueItem; queue: readonly QueueItem[]; about: string }) {
  const { application, environment } = item;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/queue/{shipment}/move");
  const dialog = useAsked(`move-${item.shipment}`, wish.begin);
  const others = queue.filter((other) => other.shipment !== item.shipment && isMovable(other));
  const [spot, setSpot] = useState<Spot>();
  const [before, setBefore] = useState("");
  const group = useId();
  const request = requestOf(spot, before === "" ? others[0]?.shipment : before);
  const press = async () => {
    if (request !== undefined && (await wish.press({ application, environment, shipment: item.shipment }, request))) {
      dialog.close();
      setSpot(undefined);
    }
  };
  return (
    <>
      <Opener open={dialog.open} about={about}>
        Move…
      </Opener>
      {dialog.asked && (
        <Act
          title={`Move ${application} ${version(item)} in the queue of ${environment}`}
          phase={wish.phase}
          verb="Move it"
          leave="Leave it there"
          missing={request === undefined ? "Say where to." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <p className="soft">Starts happen in this order. A rollback goes first in any case.</p>
          <div className="choices" role="radiogroup" aria-label="Where to">
            {SPOTS.map(([each, word, follows], index) => (
              <label key={each}>
                <input type="radio" name={group} data-first={index === 0 || undefined} checked={spot === each} onChange={() => setSpot(each)} />
                <span>{word}</span>
                <small>{follows}</small>
              </label>
            ))}
          </div>
          {spot === "before" && (
            <div className="asks">
              <label htmlFor={`${group}-other`}>Which one</label>
              <select id={`${group}-other`} className="field" value={before} onChange={(event) => setBefore(event.target.value)}>
                {others.map((other) => (
                  <option key={other.shipment} value={other.shipment}>
                    <Outside text={`Place ${other.place}: ${version(other)}`} longest={80} />
                  </option>
                ))}
              </select>
            </div>
          )}
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
