import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

process.env["TZ"] = "Asia/Shanghai";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 600_000,
  },
});
