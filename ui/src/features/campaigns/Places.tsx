import { Link } from "react-router";
import { paths } from "../../app/paths";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import type { CampaignPlace } from "../../lib/api/contract";
import { byEnvironment, stageStatus, stageWords } from "./words";

/** Where a campaign goes, by environment. */
export function Places({ places }: { places: readonly CampaignPlace[] }) {
  return byEnvironment(places).map(([environment, there]) => (
    <section key={environment} aria-label={`In ${environment}`}>
      <h3 className="meta">{environment}</h3>
      <ol className="rows-of">
        {there.map((place) => (
          <Row key={place.application} place={place} />
        ))}
      </ol>
    </section>
  ));
}

function Row({ place }: { place: CampaignPlace }) {
  const to = place.shipment === undefined ? paths.placement(place.application, place.environment) : paths.shipment(place.shipment);
  return (
    <li>
      <Glyph status={stageStatus(place.stage)} silent />
      <Link className="what trunc" to={to}>
        {place.application}
      </Link>
      <span className="why trunc">{place.because === undefined ? stageWords(place.stage) : <Outside text={place.because.sentence} longest={240} />}</span>
    </li>
  );
}
