import { useQuery } from "@tanstack/react-query";
import { ballot, whoami } from "../../app/reads";
import { Panel } from "../../design/Panel";
import type { Ballot, BallotRules, Delivery, Whoami } from "../../lib/api/contract";
import { Approve } from "./Approve";
import { Exactly } from "./Exactly";
import { Reject } from "./Reject";
import { notCounting } from "./words";

/** What is approved, who did so, and the two words that one may say. Nothing where nobody is asked. */
export function Approving({ of }: { of: Delivery }) {
  const { application, environment, number, state } = of;
  const { data } = useQuery({ ...ballot(application, environment, number), enabled: state === "waiting" });
  const who = useQuery(whoami()).data;
  if (state !== "waiting" || data?.asks === undefined || who === undefined) return null;
  return <Asked key={of.id} of={of} ballot={data} rules={data.asks} who={who} />;
}

function Asked({ of, ballot: seen, rules, who }: { of: Delivery; ballot: Ballot; rules: BallotRules; who: Whoami }) {
  const not = notCounting(seen.notApproving, rules, who, of);
  return (
    <Panel title={not === undefined ? "You approve exactly this" : "Approval"} className={not === undefined ? "you-p mine" : "you-p"}>
      <Exactly of={of} ballot={seen} rules={rules} />
      {not === undefined ? <Approve of={of} /> : <p className="not-you wrap">{not}</p>}
      {notCounting(seen.notRejecting, rules, who, of) === undefined && <Reject of={of} />}
    </Panel>
  );
}
