import { describe, expect, test } from "vitest";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { date, key } from "../../src/core/columns.ts";
import { defineTable, type Table } from "../../src/core/contract.ts";
import { dropping, notBefore } from "../../src/core/rules.ts";
import { CLOCK, dataFolder } from "./folder.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never" as const, example: "" };

const trips = defineTable({
  id: "trips",
  label: { zh: "行程", en: "Trips" },
  description: { zh: "每行一次行程。", en: "One row per trip." },
  key: ["trip"],
  time: "left_on",
  columns: {
    trip: key({ ...said, required: true }),
    left_on: date({ ...said, required: true }),
    called_on: date({ ...said, required: false }),
    back_on: date({ ...said, required: false }),
  },
  rules: [dropping(notBefore("called_on", "left_on")), notBefore("back_on", "left_on", "called_on")],
});

async function stageFiles(files: Record<string, string[]>) {
  const texts = Object.entries(files).map(([name, records]) => [name, `${["trip,left_on,called_on,back_on", ...records].join("\n")}\n`]);
  const dataDir = dataFolder({ trips: { files: "*.csv" } }, Object.fromEntries(texts));
  const staged = (
    await stageAll({ dataDir, clock: CLOCK, progress: silentProgress, tables: [trips] as { id: string }[] as Table[] })
  ).tables.get("trips");
  return { called: [...(staged?.data.getChild("called_on") ?? [])], files: staged?.files };
}

const DROPPED = { column: "called_on", reason: { code: "not-before", moment: "day", columns: ["left_on"] } };

describe("a rule that drops a column", () => {
  test("keeps the record without the value, and counts it", async () => {
    const { called, files } = await stageFiles({ "a.csv": ["T-1,2026-03-02,2026-03-01,2026-03-09", "T-2,2026-03-02,2026-03-05,"] });
    expect(called).toEqual([null, Date.UTC(2026, 2, 5)]);
    expect(files).toMatchObject([{ accepted: 2, rejected: 0, reasons: [], dropped: [{ ...DROPPED, count: 1 }] }]);
  });

  test("is not counted where a later rule rejects the record", async () => {
    const { files } = await stageFiles({ "a.csv": ["T-1,2026-03-02,2026-03-04,2026-03-03", "T-2,2026-03-02,2026-03-01,1969-01-01"] });
    expect(files).toMatchObject([{ accepted: 0, rejected: 2, dropped: [] }]);
  });

  test("is counted in the file of the record that stays", async () => {
    const odd = "T-1,2026-03-02,2026-03-01,";
    expect((await stageFiles({ "a.csv": [odd], "b.csv": [odd, odd] })).files).toMatchObject([
      { replaced: 1, dropped: [] },
      { accepted: 1, repeated: 1, dropped: [{ ...DROPPED, count: 1 }] },
    ]);
  });
});
