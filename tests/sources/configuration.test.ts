import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkConfiguration } from "../../scripts/sources/configuration.ts";
import { TABLES } from "../stage/folder.ts";

const SITE = "title: { zh: 站, en: Site }\ncompany: { zh: 司, en: Co }\nfiscal_year_starts: 1\nbase: /\nminimum_group: 5\nstale_after: 2\n";
const SOURCES = "exports:\n  deals:\n    files: deals.csv\n    system: CRM\n    rhythm: daily\n";

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-"));
  mkdirSync(join(folder, "reference"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const checking = (files: Record<string, string>) => checkConfiguration(folderWith(files), TABLES);

test("checkConfiguration(folder) gives site.yaml, and opens no export", async () => {
  // a workbook that cannot be opened
  const sources = SOURCES.replace("deals.csv", "deals.xlsx");
  expect(await checking({ "site.yaml": SITE, "sources.yaml": sources, "deals.xlsx": "" })).toMatchObject({
    base: "/",
    fiscal_year_starts: 1,
  });
});

test("checkConfiguration(folder) says all that is wrong with settings, columns of several tables and files at once", async () => {
  const sources = `${SOURCES.replace("rhythm: daily", "rhythm: dayly\n    encodng: gbk")}  visits:
    files: visits.csv
    system: CRM
    rhythm: weekly
    columns: { deal_i: 单号, strated_at: 开始 }
  dealz: { files: [], system: 42, rhythm: daily }
`;
  const site = SITE.replace("base: /", "bsae: /").replace("minimum_group: 5", "minimum_group: five");
  await expect(checking({ "site.yaml": site, "sources.yaml": sources, "reference/nothing.csv": "" })).rejects.toThrow(
    new RegExp(
      [
        "site.yaml:5 minimum_group",
        "site.yaml:4 bsae",
        "sources.yaml:5 exports.deals.rhythm",
        "sources.yaml:6 exports.deals.encodng",
        "sources.yaml:12 exports.dealz.files",
        "sources.yaml:12 exports.dealz.system",
        "sources.yaml:11 exports.visits.columns.deal_i",
        "sources.yaml:11 exports.visits.columns.strated_at",
        "reference/nothing.csv",
      ].join("[^]*"),
    ),
  );
});

test("checkConfiguration(folder) says of a folder that it is empty, whatever the build itself has left there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-"));
  mkdirSync(join(folder, ".tandem"));
  await expect(checkConfiguration(folder, TABLES)).rejects.toThrow("has no site.yaml and no sources.yaml (it is empty)");
});

test.each<[string, Record<string, string>, string]>([
  ["an empty site.yaml", { "site.yaml": "", "sources.yaml": SOURCES }, "expected keys and values such as { title: …"],
  ["an empty sources.yaml", { "site.yaml": SITE, "sources.yaml": "# nothing yet\n" }, "expected keys and values such as { exports: … }"],
  ["no system", { "site.yaml": SITE, "sources.yaml": SOURCES.replace("    system: CRM\n", "") }, "sources.yaml:2 exports.deals.system: "],
  ["a misspelt name of a file", { "site.yaml": SITE, "sources.yml": SOURCES }, "rename sources.yml to sources.yaml"],
  ["a folder without settings", { "deals.csv": "" }, "has no site.yaml and no sources.yaml (it holds deals.csv, reference)"],
  [
    "no export",
    { "site.yaml": SITE, "sources.yaml": SOURCES, "deal.csv": "" },
    "did you mean deal.csv?, found deals.csv, which no file fits",
  ],
  [
    "a reference table as an OpenDocument table",
    { "site.yaml": SITE, "sources.yaml": SOURCES, "reference/sales-regions.ods": "" },
    "save it as sales-regions.xlsx",
  ],
  [
    "sides that are the wrong way round",
    { "site.yaml": SITE, "sources.yaml": `${SOURCES}    columns: { 单号: deal_id }\n` },
    "write deal_id: 单号",
  ],
])("checkConfiguration(folder) names %s", async (_, files, message) => {
  await expect(checking(files)).rejects.toThrow(message);
});
