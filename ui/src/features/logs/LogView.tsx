import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useLayoutEffect, useRef, useState } from "react";
import { usePageKey } from "../../app/keys";
import { grouped } from "../../lib/words/number";
import { spans } from "./ansi";
import { shown as rowsOf } from "./buffer";
import { download, type Where } from "./part";
import { useLog } from "./useLog";

/** The height of a row in pixels, as the style sheet has it. */
const ROW = 20;

/** So near the end, or the beginning, counts as being there. */
const NEAR = 2 * ROW;

/** One log as it is written. Only the rows that can be seen are elements. */
export function LogView({ where }: { where: Where }) {
  const { shown, older } = useLog(where);
  const [follows, setFollows] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const rows = shown.buffer === undefined ? [] : rowsOf(shown.buffer);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 10 });
  usePageKey("f", () => setFollows(!follows));

  useLayoutEffect(() => {
    if (follows && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [follows, rows.length, shown.size]);

  // What is put before the first row moves the others down; the eye stays where it was.
  const before = useRef({ first: 0, rows: 0 });
  useLayoutEffect(() => {
    const first = shown.buffer?.first ?? 0;
    if (box.current !== null && before.current.first > first && first >= 0) box.current.scrollTop += (rows.length - before.current.rows) * ROW;
    before.current = { first, rows: rows.length };
  }, [shown.buffer, rows.length]);

  const last = useRef(0);
  const scrolled = () => {
    const at = box.current;
    if (at === null) return;
    const isAtEnd = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
    if (follows && !isAtEnd && at.scrollTop < last.current) setFollows(false);
    if (at.scrollTop < NEAR) older();
    last.current = at.scrollTop;
  };

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <div className="output" ref={box} onScroll={scrolled} role="log" aria-label={`Log ${where.log}`} aria-live="off" tabIndex={0}>
        <div className="output-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <div key={item.index} className="output-row" style={{ transform: `translateY(${item.start}px)` }}>
              <Row text={rows[item.index] ?? ""} />
            </div>
          ))}
        </div>
      </div>
      <div className="output-foot meta">
        <label className="output-follow">
          <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} /> Follow <kbd>f</kbd>
        </label>
        <span role="status">{state(shown)}</span>
        <a className="link" href={download(where)} download>
          Download
        </a>
      </div>
    </>
  );
}

const Row = memo(function Row({ text }: { text: string }) {
  return spans(text).map((span, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- spans have no other name, and never move
    <bdi key={index} className={span.tone === "" ? undefined : span.tone}>
      {span.text}
    </bdi>
  ));
});

function state({ buffer, size, dropped, finished, failure }: ReturnType<typeof useLog>["shown"]): string {
  if (failure !== undefined) return `It cannot be read any more: ${failure}`;
  if (buffer === undefined) return "Reading…";
  const whole = `${grouped(size)} ${size === 1 ? "byte" : "bytes"}, ${finished ? "ended" : "may go on"}`;
  const lost = dropped > 0 ? `, ${grouped(dropped)} of them given up` : "";
  return buffer.first === 0 ? `${whole}${lost}` : `${whole}${lost}; older lines come when you scroll up`;
}
