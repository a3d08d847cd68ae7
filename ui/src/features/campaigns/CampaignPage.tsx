import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { campaign, campaignPlaces } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Copy } from "../../design/Copy";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Campaign } from "../../lib/api/contract";
import { Places } from "./Places";
import { ResumeCampaign, StopCampaign } from "./Acts";
import { howItIs, isOpen, nameOf, paceOf, unnamed } from "./words";

/** How far has it come, and what keeps it? */
export function CampaignPage() {
  const { campaign: id = "" } = useParams();
  const query = useQuery(campaign(id));
  return (
    <Loaded query={query} what="campaign">
      {(of) => <One of={of} />}
    </Loaded>
  );
}

function One({ of }: { of: Campaign }) {
  const title = `${nameOf(of)}, ${howItIs(of.state)}`;
  useTitle(title);
  const { data } = useQuery(campaignPlaces(of.id));
  const places = data?.items ?? [];
  const waiting = unnamed(places);
  return (
    <>
      <Lead
        title={title}
        acts={
          isOpen(of) ? (
            <>
              {(of.state === "halted" || waiting.length > 0) && <ResumeCampaign of={of} unnamed={waiting} />}
              <StopCampaign of={of} />
            </>
          ) : null
        }
      >
        Started <Ago at={of.startedAt} /> by <Outside text={of.by.name} longest={60} />: {paceOf(of.pace)}. {of.through} of {of.sent} sent came through.
      </Lead>
      {of.because !== undefined && (
        <p className="soft wrap">
          <Outside text={of.because.sentence} longest={500} />
        </p>
      )}
      <Panel title="Where it goes">{places.length === 0 ? <p className="soft">There is no place that it goes to.</p> : <Places places={places} />}</Panel>
      <details className="deeper">
        <summary>For the command line</summary>
        <dl className="kv">
          <dt>Campaign</dt>
          <dd className="hash">
            <code>{of.id}</code>
            <Copy text={of.id} what="the campaign's id" />
          </dd>
        </dl>
      </details>
    </>
  );
}
