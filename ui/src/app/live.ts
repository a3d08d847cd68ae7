import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useNow } from "../design/now";
import { affected, type Key } from "../lib/live/affected";
import { Refresher } from "../lib/live/refresher";
import { browserPorts, type Spoken } from "../lib/live/source";
import { LiveStream, type Link } from "../lib/live/stream";

let link: Link = { state: "connecting" };
let ending: { readonly because: string; readonly at: number } | undefined;
const watchers = new Set<() => void>();

/** What the connection looks like, for the dot at the top and the line under it. */
export function useLink(): Link {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => link,
  );
}

/** How long it is told that our rights were changed, in milliseconds. */
const TOLD = 60_000;

/** Why the server let go of us, for a while after it did. */
export function useEnded(): string | undefined {
  useLink();
  const now = useNow("second");
  return ending !== undefined && now.getTime() - ending.at < TOLD ? ending.because : undefined;
}

/** How long a lost connection is nobody's business, in milliseconds. */
const UNNOTICED = 10_000;

/** Since when the page is too old to act on, in milliseconds; undefined while it is live, or was a moment ago. */
export function useStale(): number | undefined {
  const seen = useLink();
  const now = useNow("second");
  return seen.state === "lost" && now.getTime() - seen.since >= UNNOTICED ? seen.since : undefined;
}

/** Joins the stream to the query cache; the answer ends it. */
export function goLive(queries: QueryClient): () => void {
  const refresher = new Refresher<Key>(
    (key) => queries.invalidateQueries({ queryKey: key }, { cancelRefetch: false }),
    (key) => key.join("/"),
  );
  const stream = new LiveStream<Spoken>(browserPorts(), {
    changed(batch) {
      const keys = new Map(batch.flatMap((change) => affected(change.told)).map((key) => [key.join("/"), key]));
      for (const key of keys.values()) refresher.changed(key);
    },
    relist() {
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "whoami" });
    },
    ended(because) {
      ending = { because, at: Date.now() };
      void queries.invalidateQueries();
    },
    link(now) {
      link = now;
      for (const watcher of watchers) watcher();
    },
  });
  const awake = () => stream.retryNow();
  window.addEventListener("online", awake);
  stream.start();
  return () => {
    window.removeEventListener("online", awake);
    stream.stop();
  };
}
