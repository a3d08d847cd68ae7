import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { campaigns, overlays } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Campaign } from "../../lib/api/contract";
import { Send } from "./Send";
import { howItIs, nameOf, statusOf, titleOf } from "./words";

/** Which changes of overlays are being sent, and which stand still? */
export function CampaignsPage() {
  const query = useQuery(campaigns());
  return (
    <Loaded query={query} what="list of campaigns">
      {(all) => <All of={all.items} />}
    </Loaded>
  );
}

function All({ of }: { of: readonly Campaign[] }) {
  const title = titleOf(of);
  useTitle(title);
  return (
    <>
      <Lead title={title}>A campaign sends a change of an overlay to what it concerns, along the routes and a few at a time. One that fails somewhere starts nothing more until somebody lets it go on.</Lead>
      {of.length > 0 && (
        <Panel title="Campaigns">
          <ol className="rows-of">
            {of.map((one) => (
              <li key={one.id}>
                <Glyph status={statusOf(one.state)} silent />
                <Link className="what trunc" to={paths.campaign(one.id)}>
                  {nameOf(one)}
                </Link>
                <span className="why trunc">
                  {howItIs(one.state)}, {one.through} of {one.sent} sent came through
                  {one.state === "halted" && one.because !== undefined && (
                    <>
                      : <Outside text={one.because.sentence} longest={200} />
                    </>
                  )}
                </span>
                <span className="meta">
                  <Ago at={one.startedAt} />
                </span>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      <Overlays />
    </>
  );
}

function Overlays() {
  const { data } = useQuery(overlays());
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title="Overlays">
      <dl className="fields">
        {data.items.map((one) => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>
              <span className="wrap">
                <Outside text={one.lines.map((line) => `${line.force} ${line.name} ${line.text}`).join("; ")} longest={400} />
              </span>
              {one.idle !== undefined && (
                <p className="meta wrap">
                  <Outside text={one.idle.sentence} longest={400} />
                </p>
              )}
              <p className="meta">
                of {one.owner}, revision {one.revision}, <Ago at={one.at} />
              </p>
              <div className="acts">
                <Send overlay={one.name} />
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
