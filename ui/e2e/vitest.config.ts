import { defineConfig } from "vitest/config";

// One real browser against the built files; slow enough on a small machine to need patience.
export default defineConfig({
  test: { include: ["e2e/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
