import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { overlayPlaces } from "../../app/reads";
import { Opener } from "../../design/Button";
import { counted } from "../../lib/words/number";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { NameEach } from "./NameEach";
import { Places } from "./Places";
import { unnamed } from "./words";

const AT_ONCE = /^(all|[1-9][0-9]{0,3}|[1-9][0-9]?%|100%)?$/;

/** Sends an overlay to what it concerns, after it has said where that is. Whether one may depends on who belongs to its owner, which the server knows. */
export function Send({ overlay }: { overlay: string }) {
  const wish = useWish("POST /api/v1/overlays/{overlay}/campaigns");
  const dialog = useAsked(`send-${overlay}`, wish.begin);
  const { data } = useQuery({ ...overlayPlaces(overlay), enabled: dialog.asked });
  const [atOnce, setAtOnce] = useState("");
  const [minutes, setMinutes] = useState("");
  const [named, setNamed] = useState<readonly string[]>([]);
  const places = data?.items ?? [];
  const many = useId();
  const every = useId();
  const press = async () => {
    const pace = { ...(atOnce === "" ? {} : { atOnce }), ...(minutes === "" ? {} : { everySeconds: 60 * Number(minutes) }) };
    if (await wish.press({ overlay }, { pace, ...(named.length === 0 ? {} : { confirm: named }) })) dialog.close();
  };
  return (
    <>
      <Opener open={dialog.open} denied={undefined} about={overlay}>
        Send…
      </Opener>
      {dialog.asked && (
        <Act
          title={`Send ${overlay} to what it concerns`}
          phase={wish.phase}
          verb={`Send ${overlay}`}
          leave="Send nothing"
          missing={missing(data?.items.length, atOnce, minutes)}
          close={dialog.close}
          press={() => void press()}
        >
          <Says
            facts={[
              ["What happens", "Each place gets the commit that is in force there once more, with what overlays say now: earlier environments first, and nothing more once one fails."],
              ["Whom", data === undefined ? "…" : counted(places.length, "place")],
              ["The way back", "Stop it; take back what has come with a revert of the overlay."],
            ]}
          />
          <div className="asks">
            <label htmlFor={many}>How many at once: a number, a share such as 25%, or all</label>
            <input id={many} className="field mono" data-first value={atOnce} maxLength={4} spellCheck={false} autoComplete="off" placeholder="one, then as many as have come through" onChange={(event) => setAtOnce(event.target.value.trim())} />
          </div>
          <div className="asks">
            <label htmlFor={every}>Minutes between two starts</label>
            <input id={every} className="field mono" inputMode="numeric" value={minutes} maxLength={5} autoComplete="off" placeholder="none" onChange={(event) => setMinutes(event.target.value.trim())} />
          </div>
          <NameEach environments={unnamed(places)} change={setNamed} />
          <Places places={places} />
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function missing(places: number | undefined, atOnce: string, minutes: string): string | undefined {
  if (places === undefined) return "It is being read.";
  if (places === 0) return "Its values are in force wherever it is for.";
  if (!AT_ONCE.test(atOnce)) return "Say a number, a share such as 25%, or all.";
  return /^([1-9][0-9]*)?$/.test(minutes) && Number(minutes) <= 10_080 ? undefined : "Say whole minutes, at most seven days of them.";
}
