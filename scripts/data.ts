import { join } from "node:path";
import { counted } from "../src/core/errors.ts";
import { hoursADay } from "../src/core/working-hours.ts";
import { BUILT_DATA, writeDocuments } from "../src/data/documents.ts";
import type { Manifest } from "../src/data/manifest.ts";
import { writeDraft } from "./calendar/draft.ts";
import { writeCubes } from "./cubes/cube-files.ts";
import { vintagesOf } from "./ledger/ledger.ts";
import { checkEveryMetric, computeCubes } from "./pipeline.ts";
import { RECORD, writeRecord } from "./protect/record.ts";
import { writeTemplates } from "./read/templates.ts";
import { inSheets } from "./reference/in-sheets.ts";
import { lintMatrix } from "./reference/matrix-lint/lint-matrix.ts";
import { readNotes } from "./reference/read-notes.ts";
import { readReference } from "./reference/read-reference.ts";
import { keepRemarks } from "./reports/kept-remarks.ts";
import { checkDataFolder } from "./sources/configuration.ts";
import { readOptions } from "./tools/options.ts";
import { createProgress, type Progress } from "./tools/progress.ts";
import { replaceFolder } from "./tools/replace-folder.ts";
import { runCommand } from "./tools/run-command.ts";
import { ROOT, readSettings } from "./tools/settings.ts";
import { atWork } from "./tools/work-places.ts";

export interface BuildDataOptions {
  dataDir: string;
  outDir: string;
  progress: Progress;
  /** Nobody is to see what is built, so that it binds no later build. Default false. */
  isTrial?: boolean;
}

const remarksOn = (warnings: readonly string[]) =>
  warnings.length > 0 ? [`${counted(warnings.length, "warning")} about the matrix of responsibilities`, ...warnings] : [];

/** What an analyst should know of the survey. */
const surveyRemarks = ({ heldBack, overAnswered }: Manifest["survey"]) => [
  ...heldBack.map(
    (quarter) =>
      `survey of ${quarter}: late or corrected answers are held back; its figures stay as they were published (if nobody has seen them yet, remove the quarter from ${RECORD})`,
  ),
  ...overAnswered.map((quarter) => `survey of ${quarter}: more answers than invitations in a department; compare the two exports`),
];

/** Runs the whole pipeline, checks every metric by double entry, and puts all that the site needs into `outDir`, in the place of what was there. */
export async function buildData({ dataDir, outDir, progress, isTrial = false }: BuildDataOptions): Promise<void> {
  const { engine, reports, site, tables, remarks, ...rolledUp } = await computeCubes(dataDir, progress);
  const linted = { engine, tables, ...rolledUp, asOf: rolledUp.manifest.asOf };
  const matrix = await inSheets(tables.values(), () => lintMatrix(linted, site.matrix_lint));
  await checkEveryMetric(engine, rolledUp, site, progress);
  const reference = await readReference(engine, { tables, hoursADay: hoursADay(site.working_hours) });
  const notes = await readNotes(engine, tables);
  await engine.close();
  const { manifest } = rolledUp;
  const restatements = { vintages: await vintagesOf({ ...rolledUp, dataDir, tables, site, reports, reach: reports.reach }), notes };
  await replaceFolder(outDir, (folder) => {
    writeCubes(folder, rolledUp.files, manifest.files);
    writeDocuments(folder, {
      manifest,
      reference,
      restatements,
      "export-reports": reports,
      "matrix-findings": matrix.findings,
      "site-config": site,
    });
  });
  if (!isTrial) writeRecord(dataDir, rolledUp.record);
  const files = [...tables.values()].flatMap(({ files: reported }) => reported);
  const said = [...remarksOn(matrix.warnings), ...surveyRemarks(manifest.survey), ...remarks];
  keepRemarks(dataDir, said);
  progress.finish(files, said);
}

async function main(): Promise<number> {
  const { templates, calendar } = readOptions({ templates: { type: "string" }, calendar: { type: "string" } });
  if (templates) console.log((await writeTemplates(templates)).join("\n"));
  else if (calendar) console.log(writeDraft(readSettings().dataDir, calendar));
  else {
    const settings = readSettings();
    checkDataFolder(settings.dataDir);
    await atWork(settings, () => buildData({ dataDir: settings.dataDir, outDir: join(ROOT, BUILT_DATA), progress: createProgress() }));
  }
  return 0;
}

if (import.meta.main) runCommand(main);
