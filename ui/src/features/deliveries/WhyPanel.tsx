import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { placement, whyAt } from "../../app/reads";
import { Snippet } from "../../design/Copy";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import type { Delivery, DeliveryDetail } from "../../lib/api/contract";
import { Ways } from "../why/Ways";
import { Bypass } from "./Bypass";
import { isBypassable } from "./bypassable";
import { Exclude } from "./Exclude";
import { Settle } from "./Settle";
import { isOpen, took } from "./state";
import { why } from "./why";

/** Why it is not out yet; what failed; or, once settled, that it is. */
export function WhyPanel({ detail }: { detail: DeliveryDetail }) {
  const { delivery } = detail;
  const { data: now } = useQuery({ ...whyAt(delivery.application, delivery.environment), enabled: isOpen(delivery) });
  const reasons = why(detail, isOpen(delivery) && now?.delivery === delivery.number ? now.unmet : []);
  const title = titleOf(delivery);
  return (
    <Panel title={title} className="why-p" end={delivery.state === "settled" ? undefined : countOf(detail)}>
      {reasons.open.length > 0 && (
        <ul className="why">
          {reasons.open.map((each) => (
            <li key={each.key}>
              <Glyph status={each.status} />
              <p className="q">
                <Outside text={each.title} />
              </p>
              {each.detail !== "" && (
                <p className="a">
                  <Outside text={each.detail} />
                </p>
              )}
              {each.wayOut !== undefined && (
                <div className="way-out">
                  <p className="a">The way out:</p>
                  <Snippet text={each.wayOut} what="the way out" />
                </div>
              )}
              {each.unmet !== undefined && <Ways of={each.unmet} where={delivery} buttons={each.unmet.what !== "targets"} />}
              {each.unmet !== undefined && isBypassable(detail, each.unmet) && <Bypass of={delivery} guardrail={each.unmet} />}
              {each.settles !== undefined && (
                <div className="way-out">
                  <Settle delivery={delivery} member={each.settles} />
                  {isSilent(detail, each.settles.target) && <Exclude delivery={delivery} target={each.settles.target} />}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {reasons.open.length === 0 && delivery.state !== "settled" && <p className="nothing">Nothing is open; the next entry decides.</p>}
      {delivery.state === "failed" && <StillInForce delivery={delivery} />}
      {reasons.passed.length > 0 && (
        <div className="held-list">
          {reasons.passed.map((each) => (
            <span key={each}>
              <Glyph status="healthy" silent />
              {each}
            </span>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** Whether there are others that could go on without a target that says nothing. */
function isSilent({ members }: DeliveryDetail, target: string): boolean {
  return members.length > 1 && members.some((member) => member.target === target && member.outcome === "pending");
}

/** What runs in its stead, as the placement says. */
function StillInForce({ delivery }: { delivery: Delivery }) {
  const { data } = useQuery(placement(delivery.application, delivery.environment));
  if (data?.inForce === undefined) return null;
  const { number } = data.inForce;
  return (
    <p className="nothing">
      In force in {delivery.environment} is{" "}
      <Link className="link" to={paths.delivery(delivery.application, delivery.environment, number)}>
        #{number}
      </Link>
      .
    </p>
  );
}

function titleOf(delivery: Delivery): string {
  switch (delivery.state) {
    case "waiting":
    case "rolling":
    case "stuck":
      return "Why not yet";
    case "failed":
      return "What failed";
    case "cancelling":
    case "cancelled":
    case "superseded":
      return "What became of it";
    case "settled": {
      const duration = took(delivery);
      return duration === undefined ? "Settled" : `Settled in ${duration}`;
    }
  }
}

function countOf({ members }: DeliveryDetail): string {
  const arrived = members.filter((member) => member.outcome === "converged").length;
  return members.length === 0 ? "" : `${arrived} of ${members.length} ${members.length === 1 ? "target is" : "targets are"} as ordered`;
}
