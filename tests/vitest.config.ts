import { defineConfig } from "vitest/config";
import { ROOT } from "../scripts/tools/settings.ts";
import { SlowFirst } from "./slow-first.ts";

process.env["TZ"] = "Asia/Shanghai";

const BROWSER = "tests/browser/**/*.test.ts";

export default defineConfig({
  root: ROOT,
  test: {
    expect: { requireAssertions: true },
    testTimeout: 120_000,
    hookTimeout: 600_000,
    // many tests wait for a browser or for another process
    maxWorkers: "100%",
    // no file leaves anything behind, and what several import is read once
    isolate: false,
    sequence: { sequencer: SlowFirst },
    projects: [
      { test: { name: "unit", include: ["tests/**/*.test.ts"], exclude: [BROWSER] } },
      { test: { name: "browser", include: [BROWSER], globalSetup: "tests/browser/support/global-setup.ts" } },
    ],
  },
});
