import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { tableFile } from "../../scripts/read/table-file.ts";
import { templateText, writeTemplates } from "../../scripts/read/templates.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { loadTables, readFolder } from "../../scripts/tools/registry.ts";
import { CLOCK, dataFolder } from "../stage/folder.ts";

const tables = await loadTables();

test("writeTemplates(folder) writes a header of the contract for every table", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-templates-"));
  const written = await writeTemplates(folder);
  const headers = written.map((name) => (parse(readFileSync(join(folder, name)), { bom: true }) as string[][])[0]);
  expect(headers).toEqual(tables.map(({ columns }) => Object.keys(columns)));
});

describe("templateText(table) passes staging by itself", () => {
  test.each(tables.map((table) => [table.id, table] as const))("%s", async (id, table) => {
    const file = table.isReference ? `reference/${tableFile(table)}` : "template.csv";
    const exports = table.isReference ? {} : { [id]: { files: file, max_rejected: 0 } };
    const dataDir = dataFolder(exports, { [file]: templateText(table) });
    const staging = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress, tables });
    expect(staging.tables.get(id)?.rows).toBe(1);
  });
});

test("readFolder(folder) names both files of an id that occurs twice", async () => {
  const folder = dataFolder({}, { "a.ts": 'export default { id: "x" };', "b.ts": 'export default { id: "x" };' });
  await expect(readFolder(folder)).rejects.toThrow("duplicate id: x in b.ts; also in a.ts");
});

test("readFolder(folder) names a file without a default export", async () => {
  await expect(readFolder(dataFolder({}, { "a.ts": "export const x = 1;" }))).rejects.toThrow(/no default export in .*a\.ts/);
});
