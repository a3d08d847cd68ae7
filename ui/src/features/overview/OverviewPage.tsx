import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../app/Loaded";
import { applications, placements } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Lead } from "../../design/Panel";
import type { Placement } from "../../lib/api/contract";
import { grouped } from "../../lib/words/number";
import { Attention } from "./Attention";
import { FirstRun } from "./FirstRun";
import { Latest } from "./Latest";
import { Matrix } from "./Matrix";
import { answer } from "./sentence";

/** Is everything as it should be, and if not, where? */
export function OverviewPage() {
  const query = useQuery(placements());
  const known = useQuery(applications());
  return (
    <Loaded query={query} what="overview">
      {(all) => (all.items.length === 0 && known.data?.total === 0 ? <FirstRun /> : <Overview all={all.items} total={all.total} />)}
    </Loaded>
  );
}

function Overview({ all, total }: { all: readonly Placement[]; total: number }) {
  const { title, detail } = answer(all);
  useTitle(title);
  return (
    <>
      <Lead title={title}>
        {detail}
        {total > all.length && ` This is of the first ${grouped(all.length)} of ${grouped(total)} placements.`}
      </Lead>
      <Attention placements={all} />
      <Matrix placements={all} />
      <Latest />
    </>
  );
}
