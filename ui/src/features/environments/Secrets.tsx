import { useQuery } from "@tanstack/react-query";
import { secrets } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Panel } from "../../design/Panel";
import { Ago } from "../../design/Time";
import type { SecretVersion } from "../../lib/api/contract";

/** Which secrets are sealed for an environment? Their values are shown to nobody, and set where they are typed. */
export function Secrets({ environment }: { environment: string }) {
  const query = useQuery(secrets(environment));
  const all = query.data?.items ?? [];
  return (
    <Panel title="Secrets" end={query.data !== undefined && all.length > 0 ? all.length : undefined}>
      {query.data !== undefined && (
        <p className="nothing">
          {all.length === 0 ? "None is sealed here. " : ""}A value is sealed on the machine where it is typed: <code>slipway secret set {environment} NAME</code>
        </p>
      )}
      <ul className="rows-of">
        {all.map((each) => (
          <One key={each.secret} of={each} />
        ))}
      </ul>
    </Panel>
  );
}

function One({ of }: { of: SecretVersion }) {
  return (
    <li>
      <Glyph status={of.removed === undefined ? "done" : "superseded"} />
      <span className="what trunc">
        {of.secret} <span>version {of.version}</span>
      </span>
      <span className="why trunc">
        {of.removed === undefined ? "set by " : "removed by "}
        <Outside text={(of.removed ?? of).by.name} longest={100} />
      </span>
      <span className="meta">
        <Ago at={(of.removed ?? of).at} />
      </span>
    </li>
  );
}
