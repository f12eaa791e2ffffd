import { createViteServer } from "vitest/node";
import { ROOT } from "../../tools/settings.ts";
import type { StillSignals } from "./still-signals.ts";

/** What the pages of so many whole companies say, though nothing happens in them. Only Vite can load the code of pages. */
export async function measureCompanies(count: number): Promise<StillSignals[]> {
  const server = await createViteServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, watch: null },
  });
  try {
    const module: unknown = await server.ssrLoadModule("/scripts/bench/chance/still-signals.ts");
    return await (module as typeof import("./still-signals.ts")).stillSignals(count);
  } finally {
    await server.close();
  }
}
