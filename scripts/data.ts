import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeCubes } from "./cube-files.ts";
import { checkMetricReferences } from "./metric-references.ts";
import { checkEveryMetric, computeCubes } from "./pipeline.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readReference } from "./reference.ts";
import { reportFailure } from "./report-failure.ts";
import { readSettings } from "./settings.ts";
import { writeTemplates } from "./templates.ts";

export interface BuildDataOptions {
  dataDir: string;
  outDir: string;
  progress: Progress;
}

/** Runs the whole pipeline, checks every metric by double entry, and writes all that the site needs. */
export async function buildData({ dataDir, outDir, progress }: BuildDataOptions): Promise<void> {
  const { engine, reports, site, tables, ...rolledUp } = await computeCubes(dataDir, progress);
  await checkMetricReferences(dataDir, tables.values(), rolledUp.metrics);
  await checkEveryMetric(engine, rolledUp, site, progress);
  const reference = await readReference(engine, tables);
  await engine.close();
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  writeCubes(outDir, rolledUp.files, rolledUp.manifest.files);
  for (const [name, content] of Object.entries({ manifest: rolledUp.manifest, reference, exports: reports, site }))
    writeFileSync(join(outDir, `${name}.json`), `${JSON.stringify(content)}\n`);
  progress.finish([...tables.values()].flatMap(({ files: reported }) => reported));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { templates: { type: "string" } } });
  if (values.templates) console.log((await writeTemplates(values.templates)).join("\n"));
  else await buildData({ dataDir: readSettings().dataDir, outDir: "public/data", progress: createProgress() });
}

if (import.meta.main) await main().catch(reportFailure);
