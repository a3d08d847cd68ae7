import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { Loaded } from "../../app/Loaded";
import { NotFoundPage } from "../../app/NotFoundPage";
import { paths } from "../../app/paths";
import { deliveries, difference } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Snippet } from "../../design/Copy";
import { Lead, Panel } from "../../design/Panel";
import type { Difference } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { CommitRows } from "./CommitRows";
import { Fields } from "./Fields";
import { commits, summary } from "./words";

const NUMBER = /^[1-9]\d{0,8}$/;

interface Where {
  readonly application: string;
  readonly environment: string;
  readonly number: number;
}

/** What has this delivery other than that one? */
export function DifferencePage() {
  const { application = "", environment = "", number = "" } = useParams();
  const [search] = useSearchParams();
  const from = search.get("from");
  if (!NUMBER.test(number) || (from !== null && !NUMBER.test(from))) return <NotFoundPage what="delivery" />;
  return <One where={{ application, environment, number: Number(number) }} from={from === null ? undefined : Number(from)} />;
}

function One({ where, from }: { where: Where; from: number | undefined }) {
  const query = useQuery(difference(where.application, where.environment, where.number, from));
  return (
    <Loaded query={query} what="difference">
      {(of) => <Whole where={where} of={of} />}
    </Loaded>
  );
}

function Whole({ where, of }: { where: Where; of: Difference }) {
  const title = `${where.application} in ${where.environment}: ${summary(of)}`;
  useTitle(title);
  const from = of.from === undefined ? "" : ` --from ${of.from.number}`;
  return (
    <>
      <Lead title={title}>
        <Link className="link" to={paths.delivery(where.application, where.environment, of.to.number)}>
          #{of.to.number}
        </Link>{" "}
        is of commit <code>{shortCommit(of.to.sha)}</code>
        {of.from === undefined ? ", and the first one here: all of it is new." : <FromCommit of={of.from} />}
      </Lead>
      <Against where={where} chosen={of.from?.number} />
      {(of.brings.total > 0 || of.brings.because !== undefined) && (
        <Panel title="Commits that come" end={of.brings.because === undefined ? commits(of.brings) : undefined}>
          <CommitRows of={of.brings} />
        </Panel>
      )}
      {(of.takesBack.total > 0 || of.takesBack.because !== undefined) && (
        <Panel title="Commits that go" end={of.takesBack.because === undefined ? commits(of.takesBack) : undefined}>
          <CommitRows of={of.takesBack} />
        </Panel>
      )}
      {of.services.map((service) => (
        <Panel key={service.service} title={service.service} end={SERVICE[service.change]}>
          <Fields of={service.fields} />
        </Panel>
      ))}
      <Snippet text={`slipway diff ${where.application}/${where.environment}#${of.to.number}${from}`} what="the same as a command" />
    </>
  );
}

const SERVICE = { added: "new service", removed: "goes", changed: "changes" } as const;

function FromCommit({ of }: { of: { readonly number: number; readonly sha: string } }) {
  return (
    <>
      , #{of.number} of <code>{shortCommit(of.sha)}</code>. What variables hold is never told, only that it is other.
    </>
  );
}

/** Chooses what it is compared with; the choice is in the address. */
function Against({ where, chosen }: { where: Where; chosen: number | undefined }) {
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const { data } = useInfiniteQuery(deliveries(where.application, where.environment));
  const others = (data?.pages ?? []).flatMap((page) => page.items).filter((each) => each.number !== where.number);
  const known = chosen === undefined || others.some((each) => each.number === chosen);
  const choose = (number: string) => {
    const next = new URLSearchParams(search);
    next.set("from", number);
    setSearch(next, { preventScrollReset: true });
  };
  if (others.length === 0) return null;
  return (
    <div className="asks against">
      <label htmlFor={id}>Compared with</label>
      <select id={id} className="field" value={chosen ?? ""} onChange={(event) => choose(event.target.value)}>
        {chosen === undefined && <option value="">nothing</option>}
        {!known && <option value={chosen}>#{chosen}</option>}
        {others.map((each) => (
          <option key={each.number} value={each.number}>
            {`#${each.number}, ${shortCommit(each.sha)}, ${each.inForce ? "in force" : each.state}`}
          </option>
        ))}
      </select>
    </div>
  );
}
