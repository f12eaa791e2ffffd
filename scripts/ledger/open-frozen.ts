import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { DataError } from "../../src/core/errors.ts";
import { clockOf } from "../read/company-clock.ts";
import type { Inputs } from "../snapshots/inputs.ts";
import { stageAll } from "../stage/stage-all.ts";
import { silentProgress } from "../tools/progress.ts";
import { loadTables } from "../tools/registry.ts";
import { openScratch } from "../tools/scratch.ts";
import { readSiteConfig } from "../tools/site-config.ts";
import type { FrozenInputs, Staging } from "./things.ts";

const SOURCES = "sources.yaml";

/** Settings as they are read today, and hand-kept tables as they are staged. Throws a DataError where they no longer fit. */
async function stage(settings: Inputs["settings"]): Promise<Pick<FrozenInputs, "site" | "tables">> {
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
    return { site, tables };
  } finally {
    scratch.remove();
  }
}

/** What a snapshot was made from. Settings and tables that a later program does not accept any more are those of today, and do not fit. */
export async function openFrozen(inputs: Inputs, { site, tables }: Pick<Staging, "site" | "tables">): Promise<FrozenInputs> {
  try {
    return { ...inputs, ...(await stage(inputs.settings)), isFitting: true };
  } catch (error) {
    if (error instanceof DataError) return { ...inputs, site, tables, isFitting: false };
    throw error;
  }
}
