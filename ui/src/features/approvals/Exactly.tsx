import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { difference } from "../../app/reads";
import { Copy } from "../../design/Copy";
import type { Ballot, Delivery } from "../../lib/api/contract";
import { shortCommit, shortDigest } from "../../lib/words/digest";
import { summary } from "../differences/words";
import { Rule } from "./Rule";

/** Exactly what an approval is for, and who gave one already. */
export function Exactly({ of, ballot }: { of: Delivery; ballot: Ballot }) {
  const { application, environment, number } = of;
  const { data } = useQuery(difference(application, environment, number));
  return (
    <dl className="kv in exactly">
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
      {ballot.rules.map((rule) => (
        <Rule key={rule.name} rule={rule} alone={ballot.rules.length === 1} />
      ))}
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
