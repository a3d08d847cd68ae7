import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Development talks to a server that runs beside it; the built files are served by that server itself.
const server = process.env.SLIPWAY_URL ?? "http://127.0.0.1:7070";

export default defineConfig({
  plugins: [react()],
  build: {
    // The content policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
  },
  server: { proxy: { "/api": server } },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts"], environment: "node" },
});
