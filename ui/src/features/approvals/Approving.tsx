import { useQuery } from "@tanstack/react-query";
import { ballot, whoami } from "../../app/reads";
import { Panel } from "../../design/Panel";
import type { Ballot, Delivery, Whoami } from "../../lib/api/contract";
import { Approve } from "./Approve";
import { Exactly } from "./Exactly";
import { Reject } from "./Reject";
import { notCounting } from "./words";

/** What is approved, who did so, and the two words that one may say. Nothing where nobody is asked. */
export function Approving({ of }: { of: Delivery }) {
  const { application, environment, number, state } = of;
  const { data } = useQuery({ ...ballot(application, environment, number), enabled: state === "waiting" });
  const who = useQuery(whoami()).data;
  if (state !== "waiting" || data === undefined || data.rules.length === 0 || who === undefined) return null;
  return <Asked key={of.id} of={of} ballot={data} who={who} />;
}

function Asked({ of, ballot: seen, who }: { of: Delivery; ballot: Ballot; who: Whoami }) {
  const not = notCounting(seen.notApproving, seen.rules, who, of);
  return (
    <Panel title={not === undefined ? "You approve exactly this" : "Approval"} className={not === undefined ? "you-p mine" : "you-p"}>
      <Exactly of={of} ballot={seen} />
      {not === undefined ? <Approve of={of} /> : <p className="not-you wrap">{not}</p>}
      {notCounting(seen.notRejecting, seen.rules, who, of) === undefined && <Reject of={of} />}
    </Panel>
  );
}
