import { useSyncExternalStore } from "react";

export type Theme = "auto" | "light" | "dark";
const KEPT_AS = "slipway.theme";

const watchers = new Set<() => void>();

/** The chosen theme, kept per browser; public/theme.js applies it before the first paint. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(watch, kept), choose];
}

function choose(chosen: Theme): void {
  if (chosen === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  for (const watcher of watchers) watcher();
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // Storage is closed to us: the choice holds until the page goes.
  }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function kept(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}
