import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { ballot, whoami } from "../../app/reads";
import { Outside } from "../../design/Outside";
import type { ActiveRollout, QueueItem } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { isEnough, notCounting } from "../approvals/words";
import type { PlacementRef } from "../controls/Pause";
import { CancelShipment } from "../shipments/Cancel";
import { Move } from "./Move";
import { Remove } from "./Remove";
import { isMovable } from "./spot";

/** What can be done about a delivery that is on its way: see why, say one's word, cancel. Only what the one who looks may do is a button; of the rest they read why not. */
export function RowActs({ at: { application, environment }, shipment, why, active }: { at: PlacementRef; shipment: string; why: string; active: ActiveRollout }) {
  const where = { application, environment };
  const about = `${application} in ${environment}`;
  const word = useWord(where, active);
  const over = active.state === "cancelling";
  const denied = useDenied("deployer", where);
  const nots = [...(word?.not === undefined ? [] : [`Approve: ${word.not}`]), ...(over || denied === undefined ? [] : [`Cancel: ${denied}`])];
  return (
    <>
      <div className="row-acts">
        <Link className="btn" to={why}>
          Why<span className="vh"> {about} is not there yet</span>
        </Link>
        {word !== undefined && word.not === undefined && (
          <Link className="btn pri" to={word.to}>
            Approve…<span className="vh"> {about}</span>
          </Link>
        )}
        {!over && denied === undefined && <CancelShipment id={shipment} at={where} name={`cancel-${shipment}`} about={about} />}
      </div>
      <Nots nots={nots} />
    </>
  );
}

/** What can be done about what waits in a queue, which {@code queue} holds in its order: see why, move it, take it out. */
export function QueuedActs({ item, queue }: { item: QueueItem; queue: readonly QueueItem[] }) {
  const { application, environment } = item;
  const about = `${application} in ${environment}`;
  const denied = useDenied("deployer", { application, environment });
  return (
    <>
      <div className="row-acts">
        <Link className="btn" to={paths.placement(application, environment)}>
          Why<span className="vh"> {about} is not there yet</span>
        </Link>
        {denied === undefined && queue.length > 1 && isMovable(item) && <Move item={item} queue={queue} about={about} />}
        {denied === undefined && <Remove item={item} about={about} />}
      </div>
      <Nots nots={denied === undefined ? [] : [`Move, remove: ${denied}`]} />
    </>
  );
}

function Nots({ nots }: { nots: readonly string[] }) {
  return nots.map((not) => (
    <p key={not} className="meta nots">
      <Outside text={not} longest={240} />
    </p>
  ));
}

/** Where one's own word is said, with exactly what it is for in view, or why it would not count. Nothing where nobody's is missing. */
function useWord({ application, environment }: PlacementRef, active: ActiveRollout): { readonly to: string; readonly not?: string } | undefined {
  const { number, state } = active;
  const { data } = useQuery({ ...ballot(application, environment, number), enabled: state === "waiting" });
  const who = useQuery(whoami()).data;
  if (state !== "waiting" || data === undefined || who === undefined || isEnough(data)) return undefined;
  const not = notCounting(data.notApproving, data.rules, who, { application, environment });
  return { to: `${paths.delivery(application, environment, number)}?do=approve`, ...(not === undefined ? {} : { not }) };
}
