import { defineConfig } from "vitest/config";

// Against servers that somebody else has started: the app room's HostilePagesTest does, and names them in SLIPWAY_PAGES.
export default defineConfig({
  test: { include: ["e2e/real/**/*.test.ts"], environment: "node", testTimeout: 300_000, hookTimeout: 60_000 },
});
