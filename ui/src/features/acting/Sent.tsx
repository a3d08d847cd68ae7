import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Outside } from "../../design/Outside";
import type { Carried } from "../../lib/api/contract";
import { grouped } from "../../lib/words/number";
import type { Phase } from "./wish";

/** What the server answered to a wish, where the action was. What follows shows on the page when it has happened. */
export function Sent({ phase }: { phase: Phase<Carried> }) {
  return (
    <p className="sent meta" role="status">
      {phase.at === "sent" && <Answer of={phase.answer} />}
    </p>
  );
}

function Answer({ of }: { of: Carried }) {
  return (
    <>
      Sent: <Outside text={of.because.sentence} longest={240} />{" "}
      {of.shipment === undefined ? (
        <Link className="link" to={paths.entry(of.position)}>
          Entry {grouped(of.position)}
        </Link>
      ) : (
        <Link className="link" to={paths.shipment(of.shipment)}>
          Follow the shipment
        </Link>
      )}
    </>
  );
}
