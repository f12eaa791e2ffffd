import { type AstroIntegration, dev, type HookParameters } from "astro";
import { dataStep } from "./build.ts";
import { foldersOutside } from "./read/outside.ts";
import { readOptions } from "./tools/options.ts";
import { reportFailure } from "./tools/report-failure.ts";
import { runCommand } from "./tools/run-command.ts";
import { readSettings } from "./tools/settings.ts";
import { isCurrent, refresh } from "./tools/stamp.ts";
import { atWork } from "./tools/work-places.ts";

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

/** The data step, alone in its places; gives its exit code. */
function refreshAlone(): Promise<number> {
  const settings = readSettings();
  return atWork(settings, () => refresh(dataStep(settings)));
}

/** Watches the data folder, and where `sources.yaml` now says that exports lie outside it. */
function watch(server: ViteDevServer): ViteDevServer["watcher"] {
  const { dataDir } = readSettings();
  return server.watcher.add([dataDir, ...foldersOutside(dataDir)]);
}

async function refreshData(server: ViteDevServer): Promise<void> {
  if (await isCurrent(dataStep(readSettings()))) return;
  watch(server);
  const code = await refreshAlone().catch((error: unknown) => {
    reportFailure(error);
    return 1;
  });
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
      watch(server).on("all", changed);
    },
  },
};

async function main(): Promise<number> {
  readOptions({});
  await refreshAlone();
  const { port } = readSettings();
  await dev({ server: { port }, integrations: [dataPipeline] });
  return 0;
}

if (import.meta.main) runCommand(main);
