import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { CLOCK, DEALS_HEADER, dataFolder, TABLES } from "./folder.ts";
import { writeParquet } from "./parquet.ts";

const CSV = `${DEALS_HEADER}\n${Array.from({ length: 5000 }, (_, index) => `D-${index},2026-01-02,,1,some words\n`).join("")}`;
const PARQUET = writeParquet({ deal_id: ["D-1"], signed_on: ["2026-01-02"] });

interface Meddling {
  /** Before the file is read, after its header was looked at. */
  before?: (path: string) => void;
  /** Each time when some of its records were taken. */
  during?: (path: string) => void;
}

/** Stages a file of deals with which somebody meddles. */
function stageMeddled(content: string | Uint8Array, file: string, { before, during }: Meddling) {
  const dataDir = dataFolder({ deals: { files: file } }, { [file]: content });
  const path = join(dataDir, file);
  const task: typeof silentProgress.task = (_, work) => {
    before?.(path);
    return work({ update: () => during?.(path) });
  };
  return stageAll({ dataDir, clock: CLOCK, progress: { ...silentProgress, task }, tables: TABLES });
}

describe("stageAll refuses a file that changes while it is read:", () => {
  const cases: [string, string | Uint8Array, string, Meddling, RegExp][] = [
    [
      "appended to",
      CSV,
      "d.csv",
      { during: (path) => appendFileSync(path, "D-X,2026-01-02,,1,\n") },
      / · d\.csv changed while it was read; build again once its export is complete\n {2}d\.csv: expected the \d+ bytes that were read, found \d+ bytes$/,
    ],
    ["cut", CSV, "d.csv", { during: (path) => truncateSync(path, 1000) }, /found 1000 bytes$/],
    [
      "replaced by one of the same size",
      CSV,
      "d.csv",
      { during: (path) => writeFileSync(path, readFileSync(path, "utf8").replace("D-7,", "D-Y,")) },
      /found other content of the same size$/,
    ],
    ["a Parquet file", PARQUET, "d.parquet", { during: (path) => appendFileSync(path, "x") }, / · d\.parquet changed while it was read/],
    [
      "replaced by one with other columns before it is read",
      CSV,
      "d.csv",
      { before: (path) => writeFileSync(path, "deal_id,signed_at\nD-1,2026-01-02\n") },
      / · d\.csv changed while it was read; build again once its export is complete\n.*d\.csv:1: expected the header that was there: deal_id, signed_on, .*found/,
    ],
    [
      "emptied before it is read",
      CSV,
      "d.csv",
      { before: (path) => truncateSync(path) },
      / · d\.csv changed while it was read.*\n.*found nothing$/,
    ],
  ];
  test.each(cases)("%s", async (_, content, file, meddling, message) => {
    await expect(stageMeddled(content, file, meddling)).rejects.toThrow(message);
  });

  test("not one that is written again with the same bytes", async () => {
    const during = (path: string) => writeFileSync(path, CSV);
    expect((await stageMeddled(CSV, "d.csv", { during })).tables.get("deals")?.rows).toBe(5000);
  });

  test("not one that stays as it is", async () => {
    expect((await stageMeddled(CSV, "d.csv", {})).tables.get("deals")?.rows).toBe(5000);
  });
});
