import { defineConfig } from "astro/config";
import { leanPlot } from "./scripts/tools/lean-plot.ts";
import { orExit } from "./scripts/tools/report-failure.ts";
import { BUILD_DIR, readSettings } from "./scripts/tools/settings.ts";

const base = orExit(() => readSettings().base);

export default defineConfig({
  base,
  outDir: BUILD_DIR,
  output: "static",
  trailingSlash: "ignore",
  build: { format: "directory", inlineStylesheets: "never" },
  // not "jsx", which drops the space between two words or links on lines of their own
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    // scripts find each other wherever a frozen page, which shares them with others, lies
    experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === "js" ? { relative: true } : undefined) },
    plugins: [leanPlot],
    // so that the build draws with what a browser draws with
    ssr: { noExternal: ["@observablehq/plot"] },
  },
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
