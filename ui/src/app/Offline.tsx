import { useNow } from "../design/now";
import { clock, lasting } from "../lib/words/time";
import { useLink } from "./live";

/** How long a lost connection is nobody's business, in milliseconds. */
const UNNOTICED = 10_000;

/** Says how old the page is once the connection has been gone for a while. Everything stays readable. */
export function Offline() {
  const link = useLink();
  const now = useNow("second");
  if (link.state !== "lost" || now.getTime() - link.since < UNNOTICED) return null;
  return (
    <p className="offline" role="status">
      As of {clock(new Date(link.since))}, {lasting(now.getTime() - link.since)} ago. The server cannot be reached; we keep trying, and this page catches up by itself.
    </p>
  );
}
