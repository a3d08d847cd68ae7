import { useCallback, useId, useRef, useState } from "react";
import { useStale } from "../../app/live";
import { Opener, PressButton } from "../../design/Button";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked, useFocusAsked } from "../acting/asked";
import { NotDone } from "../acting/NotDone";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import type { PlacementRef } from "./Pause";

/** Lets a paused placement go on where it was. A plain press: the line that says who paused it stands on the page. */
export function Resume({ at: { application, environment } }: { at: PlacementRef }) {
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/resume");
  const denied = useDenied("deployer", { application, environment });
  const stale = useStale() !== undefined;
  const button = useRef<HTMLButtonElement>(null);
  const focus = useCallback(() => button.current?.focus(), []);
  useFocusAsked("resume", focus);
  const sending = wish.phase.at === "sending";
  const failure = wish.phase.at === "failed" ? wish.phase.failure : undefined;
  const press = () => {
    if (!sending && !stale && denied === undefined) void wish.press({ application, environment }, {});
  };
  return (
    <>
      {failure !== undefined && <NotDone failure={failure} />}
      <PressButton button={button} sending={sending} stale={stale} denied={denied} press={press}>
        {failure?.open === true ? "Try again" : `Resume ${application} in ${environment}`}
      </PressButton>
      <Sent phase={wish.phase} />
    </>
  );
}

/** Lets go what a rollback keeps away, by naming the commit that mends it. */
export function Mend({ at: { application, environment } }: { at: PlacementRef }) {
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/resume");
  const dialog = useAsked("mend", wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const [fixedBy, setFixedBy] = useState("");
  const id = useId();
  const named = fixedBy.trim();
  const press = async () => {
    if (await wish.press({ application, environment }, { fixedBy: named })) {
      dialog.close();
      setFixedBy("");
    }
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied}>
        Say what mends it…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`What mends ${application} in ${environment}?`}
          phase={wish.phase}
          verb="It is mended"
          leave="Keep it away"
          missing={named === "" || /\s/.test(named) ? "Name a branch, a tag or a commit." : undefined}
          close={dialog.close}
          press={() => void press()}
        >
          <Says facts={[["What happens", `That commit, and what contains it, may go to ${environment} again. What was rolled back without it stays away.`]]} />
          <div className="asks">
            <label htmlFor={id}>Branch, tag or commit that mends it</label>
            <input
              id={id}
              className="field mono"
              data-first
              value={fixedBy}
              maxLength={250}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => setFixedBy(event.target.value)}
            />
          </div>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}
