import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { placements } from "../../app/reads";
import { Opener } from "../../design/Button";
import { Outside } from "../../design/Outside";
import type { Application } from "../../lib/api/contract";
import { useDenied } from "../access/useDenied";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { NameAgain } from "../acting/NameAgain";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { Bringing } from "../differences/Bringing";
import { type Draft, emptyDraft, follows, forcing, meets, missing, parameter, requestOf } from "./draft";

/** Delivers a commit to one environment: any of the route, or the one that the page is about. */
export function Deploy({ of, to }: { of: Application; to?: string }) {
  const route = to === undefined ? of.route : [to];
  const wish = useWish("POST /api/v1/applications/{application}/deploy");
  const dialog = useAsked("deploy", wish.begin);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(route));
  const denied = useDenied("deployer", { application: of.name, ...(to === undefined ? {} : { environment: to }) });
  const { data } = useQuery(placements({ application: of.name }));
  const here = data?.items.find((each) => each.environment === draft.environment);
  const isProtected = here?.asksToConfirm === true;
  const press = async () => {
    const request = requestOf(draft, of.name, isProtected);
    if (request !== undefined && (await wish.press({ application: of.name }, request))) {
      dialog.close();
      setDraft(emptyDraft(route));
    }
  };
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  return (
    <>
      <Opener open={dialog.open} denied={denied} kind="pri">
        Deploy…
      </Opener>
      {dialog.asked && denied === undefined && (
        <Act
          title={`Deploy ${of.name}${to === undefined ? "" : ` to ${to}`}`}
          phase={wish.phase}
          verb={draft.environment === undefined ? "Deploy" : `${draft.force ? "Force" : "Deploy"} to ${draft.environment}`}
          leave="Leave it"
          missing={missing(draft, of.name, isProtected)}
          dangerous={draft.force}
          close={dialog.close}
          press={() => void press()}
        >
          {to === undefined && (
            <Environments route={route} draft={draft} change={change} note={(environment) => meets(data?.items.find((each) => each.environment === environment))} />
          )}
          <Revision of={of} draft={draft} change={change} />
          <Parameters of={of} draft={draft} change={change} />
          <Later draft={draft} change={change} />
          {draft.environment !== undefined && <Bringing at={{ application: of.name, environment: draft.environment }} revision={draft.revision} />}
          <Force of={of} draft={draft} change={change} />
          {isProtected && !draft.force && <NameAgain environment={here.environment} typed={draft.typed} change={(typed) => change({ typed })} />}
          <p className="soft">
            <Outside text={follows(of, draft, here)} longest={300} />
          </p>
        </Act>
      )}
      <Sent phase={wish.phase} />
    </>
  );
}

type Change = (changed: Partial<Draft>) => void;

function Environments({ route, draft, change, note }: { route: readonly string[]; draft: Draft; change: Change; note: (environment: string) => string }) {
  const group = useId();
  return (
    <div className="asks">
      <span id={group} className="strong">
        Environment
      </span>
      <div className="choices" role="radiogroup" aria-labelledby={group}>
        {route.map((environment, index) => (
          <label key={environment}>
            {/* What was typed to confirm one environment does not confirm another. */}
            <input
              type="radio"
              name={group}
              data-first={index === 0 || undefined}
              checked={draft.environment === environment}
              onChange={() => change({ environment, typed: "" })}
            />
            <span>{environment}</span>
            <small>{note(environment)}</small>
          </label>
        ))}
      </div>
    </div>
  );
}

function Revision({ of, draft, change }: { of: Application; draft: Draft; change: Change }) {
  const id = useId();
  return (
    <div className="asks">
      <label htmlFor={id}>Branch, tag or commit</label>
      <input
        id={id}
        className="field mono"
        data-first
        value={draft.revision}
        maxLength={250}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        aria-describedby={`${id}-empty`}
        onChange={(event) => change({ revision: event.target.value })}
      />
      <p id={`${id}-empty`} className="meta">
        Empty means the head of <Outside text={of.branch ?? "the default branch"} longest={80} />.
      </p>
    </div>
  );
}

/** Out of the way, for few commands take any. */
function Parameters({ of, draft, change }: { of: Application; draft: Draft; change: Change }) {
  const id = useId();
  return (
    <details className="asks" open={of.parameters.some((each) => each.fallback === undefined)}>
      <summary>Parameters</summary>
      {of.parameters.map((each) => (
        <p key={each.name} className="meta">
          <Outside text={parameter(each)} longest={400} />
        </p>
      ))}
      <label htmlFor={id}>NAME=VALUE, one a line, for {"{params[NAME]}"} in commands</label>
      <textarea id={id} className="field mono" rows={3} value={draft.parameters} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => change({ parameters: event.target.value })} />
    </details>
  );
}

/** Out of the way, for most go at once. */
function Later({ draft, change }: { draft: Draft; change: Change }) {
  const id = useId();
  return (
    <details className="asks">
      <summary>Later</summary>
      <label htmlFor={id}>Not before, by the clock of this browser</label>
      <input id={id} type="datetime-local" className="field" value={draft.later} onChange={(event) => change({ later: event.target.value })} />
    </details>
  );
}

/** Level 3: forcing asks for the name of what is forced. */
function Force({ of, draft, change }: { of: Application; draft: Draft; change: Change }) {
  const id = useId();
  const name = forcing(of.name, draft.environment ?? "…");
  return (
    <div className="asks">
      <label className="check">
        <input type="checkbox" checked={draft.force} onChange={(event) => change({ force: event.target.checked, typed: "" })} />
        Force it past guardrails that are not required
      </label>
      {draft.force && (
        <>
          <label htmlFor={id} className="say bad">
            What these guardrails keep out goes through, recorded with your name. Type {name} to force it.
          </label>
          <input id={id} className="field mono" value={draft.typed} spellCheck={false} autoComplete="off" autoCapitalize="none" onChange={(event) => change({ typed: event.target.value })} />
        </>
      )}
    </div>
  );
}
