import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROKEN_RECORDS } from "../../scripts/sample/broken-records.ts";
import { isSample, sampleFolder } from "../../scripts/sample/made-sample.ts";
import { USUAL_ORDERS } from "../../scripts/sample/make-sample.ts";
import { writeSample } from "../../scripts/sample/write-sample.ts";
import { type Staging, stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import type { Outcome } from "../../src/core/outcomes.ts";
import { companyFolder } from "../pipeline/company.ts";
import { CLOCK } from "../stage/folder.ts";
import { NOT_EXPORTED } from "./not-exported.ts";

const folder = mkdtempSync(join(tmpdir(), "sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = async (name: string, orders: number) => {
  const out = join(folder, name);
  return { out, counts: await writeSample({ out, orders, progress: silentProgress }) };
};

const filesOf = (out: string) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.tandem|published|snapshots/.test(entry.parentPath) && !entry.name.startsWith("stamp"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const hashes = (out: string) =>
  filesOf(out).map((file) => [file.slice(out.length), createHash("sha256").update(readFileSync(file)).digest("hex")]);

const { dataDir } = readSettings();

describe("the usual sample", () => {
  let out: string;
  let staging: Staging;

  beforeAll(async () => {
    out = (await write("usual", USUAL_ORDERS)).out;
    staging = await stageAll({ dataDir: out, clock: CLOCK, progress: silentProgress });
  });

  const sum = (id: string, what: "read" | Outcome) => (staging.tables.get(id)?.files ?? []).reduce((total, file) => total + file[what], 0);

  test("takes no more than 6 MB", () => {
    expect(filesOf(out).reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeLessThanOrEqual(6_000_000);
  });

  test("is what the tests read, in data/ or in the place of a company's own data", async () => {
    expect(hashes(dataDir)).toEqual(hashes(out));
    const own = companyFolder();
    expect([isSample(dataDir), isSample(own), isSample(join(own, "nothing"))]).toEqual([true, false, false]);
    expect(hashes(await sampleFolder(own))).toEqual(hashes(out));
    expect(await sampleFolder(dataDir)).toBe(dataDir);
  });

  test("has an export for every table but that of order states, and every hand-kept one but for foreign currencies, years that are not known and notes on restatements", () => {
    expect([...staging.missing].sort()).toEqual(["calendar_years", "rates", "restatements", ...NOT_EXPORTED].sort());
  });

  test.each([
    ["orders", 40_000],
    ["requirements", 3_600],
    ["timesheets", 12_000],
    ["losses", 400],
    ["survey_invitations", 96],
    ["leads", 5_000],
    ["goals", 208],
    ["rotations", 30],
  ])("has sound %s: %i", (id, count) => {
    expect(sum(id, "accepted")).toBe(count);
  });

  test("loses the broken records to staging, and nothing else", () => {
    const expected = Object.entries(Object.groupBy(BROKEN_RECORDS, ({ table }) => table)).map(([id, broken = []]) => [id, broken.length]);
    const lost = [...staging.tables.keys()].map((id) => [id, sum(id, "read") - sum(id, "accepted")]).filter(([, count]) => count !== 0);
    expect(Object.fromEntries(lost)).toEqual(Object.fromEntries(expected));
  });

  test("repeats one order, and has no record in two files", () => {
    const tables = [...staging.tables.keys()].filter((id) => sum(id, "repeated") + sum(id, "replaced") > 0);
    expect([tables, sum("orders", "repeated"), sum("orders", "replaced")]).toEqual([["orders"], 1, 0]);
  });

  test("has fewer than one broken record in a hundred in every table", () => {
    for (const id of staging.tables.keys()) expect(sum(id, "rejected"), id).toBeLessThan(0.01 * sum(id, "read"));
  });

  test("breaks about twenty records, each in its own way", () => {
    expect(BROKEN_RECORDS.length).toBeGreaterThanOrEqual(20);
    expect(new Set(BROKEN_RECORDS.map(({ table, kind }) => `${table}: ${kind}`)).size).toBe(BROKEN_RECORDS.length);
  });
});

describe("a sample of another size", () => {
  test("has the same bytes each time", async () => {
    const [one, other] = [await write("one", 1_000), await write("other", 1_000)];
    expect(hashes(one.out)).toEqual(hashes(other.out));
  });

  test("grows in proportion, but for its products", async () => {
    const [small, large] = [(await write("small", 1_000)).counts, (await write("large", 4_000)).counts];
    const ratio = (file: string) => (large.get(file) ?? 0) / (small.get(file) ?? 0);
    expect(ratio("crm-requirements.csv")).toBeCloseTo(4, 0);
    expect(ratio("timesheets-2025.csv")).toBeCloseTo(4, 0);
    expect(ratio("oa-requests-2025.csv")).toBeCloseTo(4, 0);
    expect(ratio("crm-leads.csv")).toBeCloseTo(4, 0);
    expect(ratio("plm-products.csv")).toBe(1);
  });

  test("is not written among the exports of somebody else", async () => {
    mkdirSync(join(folder, "theirs", "exports"), { recursive: true });
    writeFileSync(join(folder, "theirs", "exports", "sales.csv"), "id\n1\n");
    await expect(write("theirs", 1_000)).rejects.toThrow(/would mix with other exports: .*sales\.csv/);
    expect(readdirSync(join(folder, "theirs"))).toEqual(["exports"]);
  });
});
