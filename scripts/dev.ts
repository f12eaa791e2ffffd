import { type AstroIntegration, dev, type HookParameters } from "astro";
import { dataStage } from "./build.ts";
import { readSettings } from "./settings.ts";
import { isCurrent, refresh } from "./stamp.ts";

type ViteDevServer = HookParameters<"astro:server:setup">["server"];

const PAUSE_MS = 150;

/** Calls `work` once changes have come to rest; changes while it works lead to one more call. */
function settled(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(work);
    }, PAUSE_MS);
  };
}

/** Makes every page forget what it has read, and the browser ask again. */
function reload({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments)) moduleGraph.invalidateAll();
  environments.client.hot.send({ type: "full-reload" });
}

async function refreshData(server: ViteDevServer): Promise<void> {
  if (await isCurrent(dataStage)) return;
  const code = await refresh(dataStage);
  if (code === 0) reload(server);
  else
    server.environments.client.hot.send({
      type: "error",
      err: { message: "the data could not be read; the terminal says why", stack: "" },
    });
}

const dataPipeline: AstroIntegration = {
  name: "data-pipeline",
  hooks: {
    "astro:server:setup": ({ server }) => {
      const changed = settled(() => refreshData(server));
      server.watcher.add(readSettings().dataDir).on("all", changed);
    },
  },
};

await refresh(dataStage);
const { port } = readSettings();
await dev({ server: { port }, integrations: [dataPipeline] });
