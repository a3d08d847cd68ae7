import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { locks, placement, rollback, rollbackChoices, whoami } from "../../app/reads";
import { Opener } from "../../design/Button";
import { Outside } from "../../design/Outside";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { NameAgain } from "../acting/NameAgain";
import { Says } from "../acting/Says";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { covering, passable } from "../locks/scope";
import { goingBack } from "./goingBack";
import { PastLocks } from "./PastLocks";
import type { PlacementRef } from "./Pause";
import { WhereTo } from "./WhereTo";

/** Has an earlier delivery hold again: the one before, or the one that the page is about. What is pressed is what was shown. */
export function RollBack({ at: { application, environment }, to }: { at: PlacementRef; to?: number }) {
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/rollback");
  const dialog = useAsked("rollback", wish.begin);
  const denied = useDenied("deployer", { application, environment });
  const [chosen, choose] = useState(to);
  const preview = useQuery({ ...rollback(application, environment, chosen), enabled: dialog.asked });
  const choices = useQuery({ ...rollbackChoices(application, environment), enabled: dialog.asked && to === undefined });
  const back = preview.data === undefined ? undefined : goingBack(preview.data, environment);
  const held = useQuery({ ...locks(), enabled: dialog.asked });
  const who = useQuery(whoami());
  const mine = who.data === undefined ? [] : passable(who.data, covering(held.data?.items ?? [], { application, environment }), environment);
  const here = useQuery({ ...placement(application, environment), enabled: dialog.asked });
  const isProtected = here.data?.asksToConfirm;
  const [typed, setTyped] = useState("");
  const [past, setPast] = useState<readonly string[]>([]);
  const pastLocks = past.filter((id) => mine.some((lock) => lock.id === id));
  const notNamed = isProtected === true && typed !== environment ? `Type ${environment} to confirm it.` : undefined;
  const press = async () => {
    if (typeof back !== "object" || notNamed !== undefined) return;
    if (await wish.press({ application, environment }, { to: back.to, pastLocks, ...(isProtected === true ? { confirm: environment } : {}) })) {
      dialog.close();
      setTyped("");
    }
  };
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="badly">
        {to === undefined ? "Roll back…" : `Roll back to #${to}…`}
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Roll back ${application} in ${environment}`}
          phase={wish.phase}
          verb={typeof back === "object" ? `Roll back to #${back.to}` : "Roll back"}
          leave="Leave it"
          missing={missing(isProtected === undefined ? undefined : back, preview.isError || here.isError) ?? notNamed}
          dangerous
          close={dialog.close}
          press={() => void press()}
        >
          {choices.data !== undefined && <WhereTo of={choices.data} to={typeof back === "object" ? back.to : undefined} choose={choose} />}
          {typeof back === "object" && <Says facts={back.facts} />}
          {typeof back === "object" && <PastLocks locks={mine} past={pastLocks} change={setPast} />}
          {typeof back === "object" && isProtected === true && <NameAgain environment={environment} typed={typed} change={setTyped} />}
          {typeof back === "string" && (
            <p>
              <Outside text={back} longest={400} />
            </p>
          )}
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

function missing(back: ReturnType<typeof goingBack> | undefined, unread: boolean): string | undefined {
  if (unread) return "What it would do could not be read; close this and open it again.";
  if (back === undefined) return "Reading what it would do…";
  return typeof back === "string" ? "It cannot be done now." : undefined;
}
