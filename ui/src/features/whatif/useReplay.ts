import { useEffect, useRef, useState } from "react";
import type { WhatIf, WhatIfRequest } from "../../lib/api/contract";
import { ask, mistakes, read } from "../../lib/api/http";

const BETWEEN_LOOKS = 500;

export type Standing = { readonly at: "ready" } | { readonly at: "running"; readonly percent: number } | { readonly at: "failed"; readonly sentence: string; readonly problems: readonly string[] } | { readonly at: "done"; readonly replay: WhatIf };

/** One replay after the other; whoever leaves the page looks at it no longer. */
export function useReplay(): { readonly standing: Standing; begin(request: WhatIfRequest): Promise<void> } {
  const [standing, setStanding] = useState<Standing>({ at: "ready" });
  const left = useRef(new AbortController());
  useEffect(() => {
    const leaving = new AbortController();
    left.current = leaving;
    return () => leaving.abort();
  }, []);
  return {
    standing,
    async begin(request) {
      const { signal } = left.current;
      setStanding({ at: "running", percent: 0 });
      try {
        let replay = await ask("POST /api/v1/whatif", {}, request);
        while (replay.state === "running" && !signal.aborted) {
          setStanding({ at: "running", percent: replay.percent });
          await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
          replay = await read("/api/v1/whatif/{replay}", { replay: replay.id }, {}, signal);
        }
        if (!signal.aborted) setStanding(replay.state === "failed" ? failed(replay.because?.sentence ?? "It came to nothing.") : { at: "done", replay });
      } catch (thrown) {
        if (!signal.aborted) setStanding(refused(thrown));
      }
    },
  };
}

function refused(thrown: unknown): Standing {
  return failed(thrown instanceof Error ? thrown.message : "No answer came.", mistakes(thrown));
}

function failed(sentence: string, problems: readonly string[] = []): Standing {
  return { at: "failed", sentence, problems };
}
