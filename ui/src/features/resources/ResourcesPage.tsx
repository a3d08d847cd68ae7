import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Loaded } from "../../app/Loaded";
import { paths } from "../../app/paths";
import { resources } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Lead, Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { Resource, ResourceAsked } from "../../lib/api/contract";
import { Telling } from "./Telling";
import { missing, titleOf, versionsOf } from "./words";

/** What lies outside and is waited for, how far is it, and what is asked of whom? */
export function ResourcesPage() {
  const query = useQuery(resources());
  return (
    <Loaded query={query} what="list of resources">
      {(all) => <Resources all={all.items} />}
    </Loaded>
  );
}

function Resources({ all }: { all: readonly Resource[] }) {
  const title = titleOf(all);
  useTitle(title);
  return (
    <>
      <Lead title={title}>{all.length === 0 ? "An owner of the organisation declares a resource in a document; guardrails wait for its version." : "An owner is asked once for each version and environment that something waits for."}</Lead>
      {all.map((resource) => (
        <One key={resource.name} resource={resource} />
      ))}
    </>
  );
}

function One({ resource }: { resource: Resource }) {
  const open = missing([resource]).length;
  return (
    <Panel title={resource.name} end={`of ${resource.owner}`}>
      <ul className="rows-of">
        <li>
          <Glyph status={open > 0 ? "waiting" : resource.versions.length === 0 ? "unknown" : "healthy"} />
          <span className="what trunc">{versionsOf(resource)}</span>
          <span className="why trunc">{resource.description !== undefined && <Outside text={resource.description} longest={300} />}</span>
          <Telling resource={resource} />
        </li>
        {resource.asked.map((asked) => (
          <Asked key={`${asked.environment} ${asked.wanted}`} asked={asked} />
        ))}
      </ul>
    </Panel>
  );
}

/** What its owner was asked for, for whom first, and whether it has come. */
function Asked({ asked }: { asked: ResourceAsked }) {
  return (
    <li>
      <Glyph status={asked.met ? "done" : "person"} />
      <span className="what trunc">
        {asked.wanted} <span>in {asked.environment}</span>
      </span>
      <Link className="why trunc" to={paths.delivery(asked.application, asked.environment, asked.number)}>
        {asked.met ? "has come since it was asked for by" : "is asked for by"} {asked.application} #{asked.number}
      </Link>
      <span className="meta">
        <Ago at={asked.at} />
      </span>
    </li>
  );
}
