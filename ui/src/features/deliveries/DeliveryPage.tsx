import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { NotFoundPage } from "../../app/NotFoundPage";
import { paths } from "../../app/paths";
import { delivery, placement } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { useNow } from "../../design/now";
import { Outside } from "../../design/Outside";
import { LOOKS } from "../../design/status";
import type { Delivery, DeliveryDetail } from "../../lib/api/contract";
import { Approving } from "../approvals/Approving";
import { RollBack } from "../controls/RollBack";
import { StandsStill } from "../controls/StandsStill";
import { Changes } from "../differences/Changes";
import { GoOn } from "../queue/GoOn";
import { Bypassed } from "./Bypassed";
import { Cancel } from "./Cancel";
import { Content } from "./Content";
import { Continue } from "./Continue";
import { History } from "./History";
import { Jobs } from "./Jobs";
import { Pass } from "./Pass";
import { isOpen, stateLine } from "./state";
import { StepsBar } from "./StepsBar";
import { Targets } from "./Targets";
import { version } from "./version";
import { WhyPanel } from "./WhyPanel";

/** What is happening to this delivery, and why not yet? */
export function DeliveryPage() {
  const { application = "", environment = "", number = "" } = useParams();
  const valid = /^[1-9]\d{0,8}$/.test(number);
  const query = useQuery({ ...delivery(application, environment, Number(number)), enabled: valid });
  if (!valid) return <NotFoundPage what="delivery" />;
  return (
    <Loaded query={query} what="delivery">
      {(detail) => <One detail={detail} />}
    </Loaded>
  );
}

function One({ detail }: { detail: DeliveryDetail }) {
  const { delivery: own } = detail;
  const now = useNow(isOpen(own) ? "second" : "minute");
  const line = stateLine(own, now);
  useTitle(`${line.word} · ${own.application} #${own.number} in ${own.environment}`);
  return (
    <>
      <section className="head">
        <h1 className="h1">
          {own.application} <Outside text={version(own)} longest={40} /> to {own.environment}
        </h1>
        <p className="state">
          <Glyph status={line.status} share={shareOf(detail)} silent />
          <span className={`say ${LOOKS[line.status].tone}`}>{line.word}</span>
          <span>{line.detail}</span>
        </p>
        <div className="acts">
          <Link className="btn" to={paths.logs(own.application, own.environment, own.number)}>
            Logs
          </Link>
          <Back of={own} />
          <Continue detail={detail} />
          <Pass detail={detail} />
          <GoOn of={own} />
          <Cancel detail={detail} />
        </div>
      </section>
      {isOpen(own) && <StandsStill at={own} />}
      <Bypassed number={own.number} of={own.bypassed} />
      <StepsBar detail={detail} />
      <div className="grid">
        <div className="col">
          <WhyPanel detail={detail} />
          <History detail={detail} />
        </div>
        <div className="col rail">
          <Approving of={own} />
          <Changes of={own} />
          <Content detail={detail} />
          <Jobs detail={detail} />
          <Targets detail={detail} />
        </div>
      </div>
    </>
  );
}

/** From what runs here back to the one before; from an earlier page, to the one that it is about. */
function Back({ of }: { of: Delivery }) {
  const { data } = useQuery(placement(of.application, of.environment));
  if (of.inForce || of.state === "rolling" || of.state === "stuck") return <RollBack at={of} />;
  return of.state === "settled" && data?.inForce !== undefined && data.inForce.number > of.number ? <RollBack at={of} to={of.number} /> : null;
}

/** Members that converged, in percent: real progress for the ring. */
function shareOf({ members }: DeliveryDetail): number {
  if (members.length === 0) return 0;
  return Math.round((100 * members.filter((member) => member.outcome === "converged").length) / members.length);
}
