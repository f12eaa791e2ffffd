import { defineConfig } from "astro/config";
import { orExit } from "./scripts/tools/report-failure.ts";
import { BUILD_DIR, readSettings } from "./scripts/tools/settings.ts";

const { base } = orExit(() => readSettings());

export default defineConfig({
  base,
  outDir: BUILD_DIR,
  output: "static",
  trailingSlash: "ignore",
  build: { format: "directory", inlineStylesheets: "never" },
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
    },
  },
});
