import { describe, expect, test } from "vitest";
import { remarkOnOlderRecords } from "../../scripts/reports/older-records.ts";
import { dataFolder, stageFolder } from "../stage/folder.ts";

/** What is said of files of deals, or of answers, given by name as their lines. */
async function remarks(table: "deals" | "answers", files: Record<string, string[]>, source: object = {}): Promise<string[]> {
  const header = { deals: "deal_id,signed_on,amount_cny", answers: "quarter,score" }[table];
  const texts = Object.entries(files).map(([name, lines]) => [name, [header, ...lines, ""].join("\n")]);
  const staging = await stageFolder(dataFolder({ [table]: { files: "*.csv", ...source } }, Object.fromEntries(texts)));
  return remarkOnOlderRecords([...staging.tables.values()]);
}

describe("remarkOnOlderRecords", () => {
  const FEBRUARY = Array.from({ length: 20 }, (_, i) => `D-1${i},2026-02-${i + 1 < 10 ? 0 : ""}${i + 1},1`);
  const MARCH = ["D-1,2026-03-01,1", "D-2,2026-03-30,2"];

  test("names files whose names make them newer than files that end later, with both last days", async () => {
    const said = await remarks("deals", { "d-Mar.csv": MARCH, "d-Apr.csv": ["D-1,2026-04-21,10", "D-2,2026-04-22,20"] });
    expect(said[0]?.split("\n")).toEqual([
      "结束得早的文件替换了结束得晚的文件里的记录，请在 sources.yaml 用 newest 或来源的顺序说明谁最新 · files that end earlier replaced records of files that end later; say which is the newest by `newest`, or by the order of the sources, in sources.yaml: 1",
      "  d-Mar.csv: expected the last day of a newer export, found 2026-03-30 as its last day, and in it 2 records that count instead of those of d-Apr.csv, whose last day is 2026-04-22",
    ]);
  });

  test("names files without a key where the newer takes the days of the older", async () => {
    const files = { "a-2.csv": ["2026Q1,4"], "a-1.csv": ["2026Q1,3", "2026Q2,3"] };
    expect((await remarks("answers", files, { overlap: "newest_file" }))[0]).toContain(
      "found 2026-03-31 as its last day, and in it 1 records that count instead of those of a-1.csv, whose last day is 2026-06-30",
    );
  });

  test.each<[string, Record<string, string[]>, object]>([
    ["the newer file ends later", { "d-1.csv": MARCH, "d-2.csv": ["D-1,2026-04-21,10"] }, {}],
    ["both end on one day", { "d-1.csv": MARCH, "d-2.csv": ["D-1,2026-03-30,10"] }, {}],
    ["nothing is replaced", { "d-1.csv": ["D-9,2026-04-21,10"], "d-2.csv": MARCH }, {}],
    ["sources.yaml says which is newest", { "d-Mar.csv": MARCH, "d-Apr.csv": ["D-1,2026-04-21,10"] }, { newest: "d-Mar.csv" }],
    [
      "a column says which record counts",
      { "d-2.csv": MARCH, "d-1.csv": ["D-1,2026-02-21,10", "D-8,2026-04-01,1"] },
      { keep: "latest by signed_on" },
    ],
    [
      "the older file ends later by a slip only",
      { "d-1.csv": ["D-1,2026-03-01,1", ...FEBRUARY, "D-7,2062-03-01,1"], "d-2.csv": MARCH },
      {},
    ],
  ])("says nothing where %s", async (_, files, source) => {
    expect(await remarks("deals", files, source)).toEqual([]);
  });

  test("counts the records in force whose newer state was rejected, file by file, each once", async () => {
    const older = ["D-1,2026-03-01,1", "D-2,2026-03-01,2", "D-3,2026-03-01,3"];
    const newer = ["D-1,2026-03-01,-1", "D-1,1 March,1", "D-2,2026-03-01,-2", "D-2,2026-03-01,20", "D-9,2026-04-01,-9", ",2026-04-01,1"];
    expect(await remarks("deals", { "d-1.csv": older, "d-2.csv": newer, "d-3.csv": ["D-3,2026-04-01,about 3"] })).toEqual([
      "有记录的新状态被拒绝，数字用的是旧状态 · records whose newer state was rejected, so that figures rest on an older one; see .tandem/rejects/: 2",
      "  d-2.csv: 1",
      "  d-3.csv: 1",
    ]);
  });
});
