import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { clockOf } from "../read/company-clock.ts";
import type { Inputs } from "../snapshots/inputs.ts";
import { stageAll } from "../stage/stage-all.ts";
import { silentProgress } from "../tools/progress.ts";
import { loadTables } from "../tools/registry.ts";
import { openScratch } from "../tools/scratch.ts";
import { readSiteConfig } from "../tools/site-config.ts";
import type { FrozenInputs } from "./things.ts";

const SOURCES = "sources.yaml";

/** What a snapshot was made from, with its settings read and its hand-kept tables staged as they are today. Throws a DataError where they no longer fit. */
export async function openFrozen(inputs: Inputs): Promise<FrozenInputs> {
  const { settings } = inputs;
  const scratch = openScratch("frozen");
  try {
    for (const [path, bytes] of settings) {
      mkdirSync(dirname(join(scratch.folder, path)), { recursive: true });
      writeFileSync(join(scratch.folder, path), bytes);
    }
    const { defaults = {} } = (parse(Buffer.from(settings.get(SOURCES) ?? []).toString("utf8")) ?? {}) as { defaults?: object };
    writeFileSync(join(scratch.folder, SOURCES), stringify({ defaults, exports: {} }));
    const contracts = (await loadTables()).filter(({ isReference }) => isReference);
    const site = readSiteConfig(scratch.folder);
    const { tables } = await stageAll({ dataDir: scratch.folder, clock: clockOf(site), progress: silentProgress, tables: contracts });
    return { ...inputs, site, tables };
  } finally {
    scratch.remove();
  }
}
