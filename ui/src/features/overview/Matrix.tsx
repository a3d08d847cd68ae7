import { useQuery } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { locks } from "../../app/reads";
import { Glyph } from "../../design/Glyph";
import type { Placement } from "../../lib/api/contract";
import { covering } from "../locks/scope";
import { MatrixCell } from "./MatrixCell";
import { rows as rowsOf, columns as columnsOf } from "./columns";

/** Which version runs where: a row per application, a column per environment. Rows keep their place. */
export function Matrix({ placements }: { placements: readonly Placement[] }) {
  const rows = useMemo(() => rowsOf(placements), [placements]);
  const columns = useMemo(() => columnsOf(rows.map((row) => row.placements.map((placement) => placement.environment))), [rows]);
  const locked = useQuery(locks()).data?.items ?? [];
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(body.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({ count: rows.length, estimateSize: () => 57, overscan: 12, scrollMargin: margin });
  return (
    <section className="panel matrix" aria-label="What runs where" style={{ "--cols": columns.length } as React.CSSProperties}>
      <div className="sideways">
        <div role="table" aria-label="Applications by environment" aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1}>
          <div role="rowgroup">
            <div className="tr heads" role="row" aria-rowindex={1}>
              <div className="ch meta" role="columnheader">
                Application
              </div>
              {columns.map((environment) => (
                <div key={environment} className="ch" role="columnheader">
                  <Link className="trunc" to={paths.environment(environment)}>
                    {environment}
                  </Link>
                  {covering(locked, { environment }).length > 0 && <Glyph status="locked" />}
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" ref={body} className="rows" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const style = { transform: `translateY(${item.start - margin}px)` };
              return (
                <div key={row.application} ref={virtual.measureElement} data-index={item.index} className="tr" role="row" aria-rowindex={item.index + 2} style={style}>
                  <div className="rh" role="rowheader">
                    <Link className="trunc" to={paths.application(row.application)}>
                      {row.application}
                    </Link>
                  </div>
                  {columns.map((environment) => (
                    <MatrixCell key={environment} placement={row.placements.find((placement) => placement.environment === environment)} />
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <p className="foot-note meta">
        <span>Version, then age of the delivery in force. A tick is healthy and as ordered; everything else says what it is.</span>
        <span>All times local</span>
      </p>
    </section>
  );
}
