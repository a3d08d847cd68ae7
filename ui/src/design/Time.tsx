import { useNow } from "./now";
import { ago, clock, exactly, moment } from "../lib/words/time";

/** "3 h ago", with the exact instant on hover and for machines. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  const then = new Date(at);
  return (
    <time dateTime={at} title={exactly(then)}>
      {ago(then, now)}
    </time>
  );
}

/** "Mon 23 Nov 06:00", with the exact instant on hover and for machines. */
export function Instant({ at }: { at: string }) {
  const then = new Date(at);
  return (
    <time dateTime={at} title={exactly(then)}>
      {moment(then)}
    </time>
  );
}

/** "14:32:08", with the exact instant on hover and for machines. */
export function Clock({ at }: { at: string }) {
  const then = new Date(at);
  return (
    <time dateTime={at} title={exactly(then)}>
      {clock(then)}
    </time>
  );
}
