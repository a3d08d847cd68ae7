import { useNow } from "../design/now";
import { clock, lasting } from "../lib/words/time";
import { useEnded, useStale } from "./live";

/** Says that what may be seen was changed under the page, which was read again. */
export function Ended() {
  const because = useEnded();
  if (because === undefined) return null;
  return (
    <p className="offline" role="status">
      {because} What you may see was read again.
    </p>
  );
}

/** Says how old the page is once the connection has been gone for a while. Everything stays readable. */
export function Offline() {
  const since = useStale();
  const now = useNow("second");
  if (since === undefined) return null;
  return (
    <p className="offline" role="status">
      As of {clock(new Date(since))}, {lasting(now.getTime() - since)} ago. The server cannot be reached; we keep trying, and this page catches up by itself.
    </p>
  );
}
