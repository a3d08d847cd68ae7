import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { difference } from "../../app/reads";
import { Copy } from "../../design/Copy";
import { Outside } from "../../design/Outside";
import { Instant } from "../../design/Time";
import type { Ballot, BallotRules, Delivery } from "../../lib/api/contract";
import { shortCommit, shortDigest } from "../../lib/words/digest";
import { summary } from "../differences/words";
import { asked, standing } from "./words";

/** Exactly what an approval is for, and who gave one already. */
export function Exactly({ of, ballot, rules }: { of: Delivery; ballot: Ballot; rules: BallotRules }) {
  const { application, environment, number } = of;
  const { data } = useQuery(difference(application, environment, number));
  return (
    <dl className="kv in">
      <dt>What</dt>
      <dd className="wrap">
        #{number}, commit <code>{shortCommit(of.sha)}</code>
        {data?.from === undefined ? ", the first one here" : <Instead number={data.from.number} sha={data.from.sha} />}
      </dd>
      <dt>Where</dt>
      <dd>
        {application} in {environment}
      </dd>
      <dt>Changes</dt>
      <dd className="wrap">
        {data === undefined ? "Reading…" : `${summary(data)}. `}
        <Link className="link" to={paths.difference(application, environment, number)}>
          See all of it
        </Link>
      </dd>
      <dt>Hash</dt>
      <dd className="hash">
        <code>{shortDigest(of.hash)}</code>
        <Copy text={of.hash} what="the hash that is approved" />
      </dd>
      <dt>Asked for</dt>
      <dd className="wrap">{asked(rules)}</dd>
      <dt>Approved</dt>
      <dd className="wrap">
        {standing(ballot)}
        <ul className="given">
          {ballot.given.map((each) => (
            <li key={`${each.by.id} ${each.at}`}>
              <Outside text={each.by.name} longest={60} />
              {each.self && ", who had a part in it"}
              <span className="meta">
                {each.counts ? ", until " : ", counts no more since "}
                <Instant at={each.until} />
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function Instead({ number, sha }: { number: number; sha: string }) {
  return (
    <>
      , instead of #{number}, <code>{shortCommit(sha)}</code>
    </>
  );
}
