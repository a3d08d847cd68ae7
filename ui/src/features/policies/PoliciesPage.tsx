import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../app/Loaded";
import { policies } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Policy } from "../../lib/api/contract";
import { asks, reachOf, revisionOf, titleOf } from "./words";

/** What has to be so of services, who says so, and since when? */
export function PoliciesPage() {
  const query = useQuery(policies());
  return (
    <Loaded query={query} what="list of policies">
      {(all) => <Policies all={all.items} />}
    </Loaded>
  );
}

function Policies({ all }: { all: readonly Policy[] }) {
  const title = titleOf(all);
  useTitle(title);
  return (
    <>
      <Lead title={title}>{all.length === 0 ? "An owner who may write policies applies one as a document." : "What they say no to is not taken in, not shipped and not started; what runs is left alone."}</Lead>
      {all.map((policy) => (
        <One key={policy.name} policy={policy} />
      ))}
    </>
  );
}

function One({ policy }: { policy: Policy }) {
  return (
    <Panel title={policy.name} end={`of ${policy.owner}`}>
      <dl className="fields">
        {policy.rules.map((rule) => (
          <div key={rule.line}>
            <dt className="wrap">
              <Outside text={rule.message} longest={300} />
            </dt>
            <dd>
              <span className="wrap">
                <Outside text={asks(rule)} longest={1000} mono />
              </span>
              <p className="meta wrap">line {rule.line}</p>
            </dd>
          </div>
        ))}
        <div>
          <dt>For</dt>
          <dd className="wrap">
            <Outside text={reachOf(policy)} longest={300} />
            {policy.idle !== undefined && (
              <p className="meta wrap">
                <Outside text={policy.idle.sentence} longest={400} />
              </p>
            )}
          </dd>
        </div>
        <div>
          <dt>Says so</dt>
          <dd>
            <span>
              <Outside text={policy.by.name} longest={80} />, <Ago at={policy.at} />
            </span>
            <p className="meta">{revisionOf(policy)}</p>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
