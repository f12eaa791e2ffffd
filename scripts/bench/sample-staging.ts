import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Table as ArrowTable, tableFromColumns } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import { clockOf } from "../read/company-clock.ts";
import { stageAll } from "../stage/stage-all.ts";
import { startColumn } from "../stage/start-column.ts";
import { silentProgress } from "../tools/progress.ts";
import { openScratch } from "../tools/scratch.ts";
import { readSiteConfig } from "../tools/site-config.ts";

/** Rows of the sample in the form of staging, without writing and reading files. */
export function stagedSample({ columns }: Pick<Table, "columns">, rows: Iterable<object>): ArrowTable {
  const built = Object.entries(columns).map(([name, column]) => ({
    name,
    absent: column.default ?? null,
    builder: startColumn(column.kind),
  }));
  for (const row of rows) for (const { name, absent, builder } of built) builder.add((row as Record<string, never>)[name] ?? absent);
  return tableFromColumns(built.map(({ name, builder }) => [name, builder.finish()]));
}

/** What the sample company keeps by hand. */
interface KeptByHand {
  site: SiteConfig;
  /** Its reference tables, staged, by name. */
  references: ReadonlyMap<string, ArrowTable>;
}

/** Reads `site.yaml` and the reference tables of the sample. */
export async function readKeptByHand(): Promise<KeptByHand> {
  const { folder: dataDir, remove } = openScratch("bench-sample");
  cpSync(join(import.meta.dirname, "../sample/files"), dataDir, { recursive: true });
  writeFileSync(join(dataDir, "sources.yaml"), "exports: {}\n");
  const site = readSiteConfig(dataDir);
  const { tables } = await stageAll({ dataDir, clock: clockOf(site), progress: silentProgress });
  remove();
  return { site, references: new Map([...tables].map(([id, { data }]) => [id, data])) };
}
