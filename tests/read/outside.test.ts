import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { dataStep } from "../../scripts/build.ts";
import { findFiles } from "../../scripts/read/files.ts";
import { foldersOutside, patternsOutside } from "../../scripts/read/outside.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import { isCurrent, refresh } from "../../scripts/tools/stamp.ts";
import { companyFolder } from "../pipeline/company.ts";
import { CLOCK } from "../stage/folder.ts";

let parent: string;
let dataDir: string;
const write = (file: string) => {
  mkdirSync(join(parent, file, ".."), { recursive: true });
  writeFileSync(join(parent, file), "id\n1\n");
};
const sources = (files: unknown) =>
  writeFileSync(join(dataDir, "sources.yaml"), stringify({ exports: { orders: { files, system: "ERP" } } }));

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tandem-outside-"));
  dataDir = join(parent, "our data (2026)");
  mkdirSync(dataDir);
  for (const file of ["exports/a.csv", "exports/b.csv", "our data (2026)/exports/c.csv"]) write(file);
});

describe("findFiles(dataDir, source)", () => {
  const find = (...files: string[]) => findFiles(dataDir, { files }, { file: "sources.yaml" });

  test("finds files outside the data folder, and says their paths as the patterns do", async () => {
    expect(await find("../exports/*.csv")).toEqual(["../exports/a.csv", "../exports/b.csv"]);
    expect(await find(`${parent}/exports/*.csv`)).toEqual([`${parent}/exports/a.csv`, `${parent}/exports/b.csv`]);
  });

  test("finds a file once, however it is named", async () => {
    expect(await find("../exports/a.csv", `${parent}/exports/a.csv`)).toEqual(["../exports/a.csv"]);
  });
});

describe("patternsOutside(dataDir)", () => {
  test("gives the patterns that lead out, absolute", () => {
    sources(["exports/c.csv", "../exports/*.csv", "./../exports/a.csv", "/srv/{crm,erp}/*.csv"]);
    expect(patternsOutside(dataDir)).toEqual([`${parent}/exports/*.csv`, `${parent}/exports/a.csv`, "/srv/{crm,erp}/*.csv"]);
    expect(foldersOutside(dataDir)).toEqual([`${parent}/exports`, "/srv"]);
  });

  test.each(["exports: {", "exports: 3", "[]", ""])("gives none of a sources.yaml that is %j", (text) => {
    writeFileSync(join(dataDir, "sources.yaml"), text);
    expect(patternsOutside(dataDir)).toEqual([]);
  });
});

test("an export that lies elsewhere is staged, and reported by the path that sources.yaml says", async () => {
  const company = companyFolder();
  const [elsewhere, file] = [join(parent, "orders.csv"), join(company, "sources.yaml")];
  renameSync(join(company, "exports/orders.csv"), elsewhere);
  writeFileSync(file, readFileSync(file, "utf8").replace("exports/orders.csv", elsewhere));
  const { tables } = await stageAll({ dataDir: company, clock: CLOCK, progress: silentProgress });
  expect(tables.get("orders")).toMatchObject({ rows: 4, files: [{ file: elsewhere }] });
});

test.each<[string, () => string]>([
  ["a pattern that leads up", () => "../exports/*.csv"],
  ["an absolute pattern", () => `${parent}/exports/*.csv`],
])("the data are no longer current once a file of %s has changed", async (_, pattern) => {
  writeFileSync(join(dataDir, "site.yaml"), "");
  sources(pattern());
  const step = { ...dataStep(readSettings({ TANDEM_DATA: dataDir })), name: "test-outside", writes: [], work: () => Promise.resolve(0) };
  await refresh(step);
  expect(await isCurrent(step)).toBe(true);
  appendFileSync(join(parent, "exports/b.csv"), "2\n");
  expect(await isCurrent(step)).toBe(false);
});
