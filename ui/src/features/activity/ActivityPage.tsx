import { useInfiniteQuery } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { activity, type ActivityFilter } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Lead, Panel } from "../../design/Panel";
import type { Entry } from "../../lib/api/contract";
import { visible } from "../../lib/words/outside";
import { grouped } from "../../lib/words/number";
import { byDay, type DayOrEntry } from "./days";
import { EntryCells } from "./EntryRow";
import { filterIn } from "./filter";
import { FilterBar } from "./FilterBar";
import { More } from "./More";

/** What happened? */
export function ActivityPage() {
  const [search] = useSearchParams();
  const filter = filterIn(search);
  const query = useInfiniteQuery(activity(filter));
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const title = query.data === undefined ? "Activity" : `${grouped(total)} ${total === 1 ? "entry" : "entries"}${narrowed(filter)}`;
  useTitle(title);
  return (
    <>
      <Lead title={title}>Newest first. Every line is an entry of the ledger, which nobody can change.</Lead>
      <FilterBar filter={filter} />
      <Panel title="Entries" end={query.data === undefined ? undefined : `${grouped(entries.length)} of ${grouped(total)}`}>
        {query.isError && <p className="nothing">The activity could not be read. {query.error.message}</p>}
        {query.data !== undefined && entries.length === 0 && <p className="nothing">{Object.keys(filter).length === 0 ? "Nothing has happened yet." : `Nothing fits${narrowed(filter)}. Drop a word above to see more.`}</p>}
        <EntryList entries={entries} />
        <More query={query} what="entries" />
      </Panel>
    </>
  );
}

function EntryList({ entries }: { entries: readonly Entry[] }) {
  const rows = byDay(entries);
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({ count: rows.length, estimateSize: () => 40, overscan: 10, scrollMargin: margin, getItemKey: (index) => rows[index]?.key ?? index });
  return (
    <ol className="log rows" ref={list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (row === undefined) return null;
        return (
          <li key={row.key} ref={virtual.measureElement} data-index={item.index} className={row.form} style={{ transform: `translateY(${item.start - margin}px)` }}>
            <Row row={row} />
          </li>
        );
      })}
    </ol>
  );
}

function Row({ row }: { row: DayOrEntry }) {
  return row.form === "day" ? <h3 className="meta">{row.name}</h3> : <EntryCells entry={row.entry} />;
}

function narrowed(filter: ActivityFilter): string {
  const of = filter.application === undefined ? "" : ` of ${filter.application}`;
  const where = filter.environment === undefined ? "" : ` in ${filter.environment}`;
  const only = filter.type === undefined && filter.actor === undefined && filter.from === undefined && filter.to === undefined ? "" : ", filtered";
  return visible(of + where, 120) + only;
}
