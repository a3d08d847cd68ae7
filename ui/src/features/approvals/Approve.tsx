import { useCallback, useRef, useState } from "react";
import { usePageKey } from "../../app/keys";
import { useStale } from "../../app/live";
import type { Delivery } from "../../lib/api/contract";
import { shortDigest } from "../../lib/words/digest";
import { useFocusAsked } from "../acting/asked";
import { NotDone } from "../acting/NotDone";
import { Sent } from "../acting/Sent";
import { useWish } from "../acting/wish";
import { Meanwhile } from "./Meanwhile";

/** Approves what was looked at: the panel around it is the confirmation, and the wish carries the hash that was shown. */
export function Approve({ of }: { of: Delivery }) {
  const { application, environment, number } = of;
  const wish = useWish("POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/approve");
  const [seen, setSeen] = useState(of.hash);
  const button = useRef<HTMLButtonElement>(null);
  const stale = useStale() !== undefined;
  const focus = useCallback(() => button.current?.focus(), []);
  usePageKey("a", focus);
  useFocusAsked("approve", focus);
  const changed = seen !== of.hash;
  const sending = wish.phase.at === "sending";
  const failure = wish.phase.at === "failed" ? wish.phase.failure : undefined;
  const press = () => {
    if (!sending && !changed && !stale) void wish.press({ application, environment, number }, { hash: seen });
  };
  return (
    <div className="your-word">
      {failure !== undefined && <NotDone failure={failure} />}
      {failure !== undefined && <Meanwhile of={of} />}
      {changed && (
        <div className="not-done" role="alert">
          <p className="say bad">It is not what you looked at any more</p>
          <p>
            Its hash was <code>{shortDigest(seen)}</code> and is <code>{shortDigest(of.hash)}</code>. What it changes now stands above.
          </p>
          <button type="button" className="btn" onClick={() => setSeen(of.hash)}>
            I looked again
          </button>
        </div>
      )}
      {wish.phase.at !== "sent" && (
        <button ref={button} type="button" className="btn pri keeps" disabled={sending || changed || stale} aria-keyshortcuts="a" onClick={press}>
          <span className={sending ? "away" : ""}>
            {failure?.open === true ? "Try again" : `Approve #${number}`} <kbd aria-hidden="true">A</kbd>
          </span>
          <span className={sending ? "" : "away"}>Sending</span>
        </button>
      )}
      <Sent phase={wish.phase} />
    </div>
  );
}
