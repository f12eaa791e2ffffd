import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hoursADay } from "../src/core/working-hours.ts";
import { writeCubes } from "./cube-files.ts";
import { lintMatrix } from "./matrix-lint.ts";
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

const remarksOn = (warnings: readonly string[]) =>
  warnings.length > 0 ? [`warnings about the matrix of responsibilities: ${warnings.length}`, ...warnings] : [];

/** Runs the whole pipeline, checks every metric by double entry, and writes all that the site needs. */
export async function buildData({ dataDir, outDir, progress }: BuildDataOptions): Promise<void> {
  const { engine, reports, site, tables, ...rolledUp } = await computeCubes(dataDir, progress);
  checkMetricReferences(tables.values(), rolledUp.metrics);
  const matrix = await lintMatrix({ engine, tables, ...rolledUp, asOf: rolledUp.manifest.asOf }, site.matrix_lint);
  await checkEveryMetric(engine, rolledUp, site, progress);
  const reference = await readReference(engine, { tables, hoursADay: hoursADay(site.working_hours) });
  await engine.close();
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  writeCubes(outDir, rolledUp.files, rolledUp.manifest.files);
  const written = { manifest: rolledUp.manifest, reference, exports: reports, site, "matrix-lint": matrix.findings };
  for (const [name, content] of Object.entries(written)) writeFileSync(join(outDir, `${name}.json`), `${JSON.stringify(content)}\n`);
  const files = [...tables.values()].flatMap(({ files: reported }) => reported);
  progress.finish(files, remarksOn(matrix.warnings));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { templates: { type: "string" } } });
  if (values.templates) console.log((await writeTemplates(values.templates)).join("\n"));
  else await buildData({ dataDir: readSettings().dataDir, outDir: "public/data", progress: createProgress() });
}

if (import.meta.main) await main().catch(reportFailure);
