import { useNow } from "../../design/now";
import { Outside } from "../../design/Outside";
import { Instant } from "../../design/Time";
import type { BallotRule, GivenApproval, Group } from "../../lib/api/contract";
import { asked, named, standing, worth } from "./words";

/** What one rule asks for, of whom, and how far it is met; where it is not alone, with its name. */
export function Rule({ rule, alone }: { rule: BallotRule; alone: boolean }) {
  return (
    <>
      <dt>Asked for</dt>
      <dd className="wrap">
        {!alone && (
          <p className="meta">
            <Outside text={rule.name} longest={120} />
          </p>
        )}
        {asked(rule)}
        {rule.groups.map((group) => (
          <Members key={group.name} of={group} />
        ))}
      </dd>
      <dt>Approved</dt>
      <dd className="wrap">
        {standing(rule)}
        <ul className="given">
          {rule.given.map((each) => (
            <Given key={`${each.by.id} ${each.at}`} of={each} />
          ))}
        </ul>
      </dd>
    </>
  );
}

function Members({ of: group }: { of: Group }) {
  const { names, more } = named(group);
  if (names.length === 0) return <p className="meta">Nobody belongs to {group.name}.</p>;
  return (
    <p className="meta">
      To {group.name} belong{" "}
      {names.map((name, index) => (
        <span key={group.members[index]?.id}>
          {index > 0 && ", "}
          <Outside text={name} longest={60} />
        </span>
      ))}
      {more > 0 && ` and ${more} more`}.
    </p>
  );
}

function Given({ of }: { of: GivenApproval }) {
  const { words, timed } = worth(of, useNow().getTime());
  return (
    <li>
      <Outside text={of.by.name} longest={60} />
      {of.self && ", who had a part in it"}
      <span className="meta">
        {words}
        {timed && <Instant at={of.until} />}
      </span>
    </li>
  );
}
