import { describe, expect, test } from "vitest";
import { publishedReport } from "../../scripts/reports/published-report.ts";
import type { FileReport } from "../../scripts/stage/file-report.ts";
import { loadTables } from "../../scripts/tools/registry.ts";

const TABLES = await loadTables();

const FILE: FileReport = {
  ...{
    table: "survey",
    file: "exports/survey.csv",
    path: "exports/survey.csv",
    sheet: { sheet: "Sheet1", letters: { score: "E" } },
    system: { zh: "问卷", en: "Survey" },
    rhythm: "quarterly",
    format: "csv",
    encoding: "utf-8",
  },
  ...{
    bytes: 4711,
    sha256: "c0ffee",
    read: 4712,
    accepted: 4713,
    replaced: 4714,
    repeated: 4715,
    merged: 0,
    set_aside: 0,
    rejected: 4716,
    seconds: 1,
  },
  reasons: [{ column: "score", reason: { code: "at-most", max: 5 }, count: 4717 }],
  dropped: [{ column: "score", reason: { code: "at-most", max: 5 }, count: 4718 }],
  remarked: { outlived: 4719, rounded: 4719, unfound: [{ header: "agent", file: "teams.csv", records: 4719, words: ["Bo"] }], sought: [] },
  span: { starts: { counts: new Map(), outermost: [] }, ends: { counts: new Map(), outermost: [] }, earliest: new Map() },
};

const EXTENT = { from: "2026-01-01", to: "2026-03-31", ahead: 4719 };

const reported = (table: string) => {
  const contract = TABLES.find(({ id }) => id === table);
  if (!contract) throw new Error(`unknown table: ${table}`);
  return publishedReport(contract, { ...FILE, table }, EXTENT);
};

describe("publishedReport", () => {
  test.each(["survey", "survey_invitations"])("of %s shows no size, count, reason or hash", (table) => {
    expect(JSON.stringify(reported(table))).not.toMatch(/471\d|c0ffee|score/);
    expect(reported(table)).toMatchObject({ content: null, from: "2026-01-01", to: "2026-03-31" });
  });

  test("of other tables shows how much is in them, and what became of it", () => {
    expect(reported("orders").content).toMatchObject({ bytes: 4711, sha256: "c0ffee", read: 4712, accepted: 4713, rejected: 4716 });
  });

  test("names the sheet of a workbook only where its table takes several of it", () => {
    const [orders] = TABLES.filter(({ id }) => id === "orders") as [(typeof TABLES)[0]];
    expect(publishedReport(orders, FILE, EXTENT)).toMatchObject({ file: "exports/survey.csv", sheet: null });
    const several = { ...FILE, file: "exports/survey.csv / Sheet1" };
    expect(publishedReport(orders, several, EXTENT)).toMatchObject({ file: "exports/survey.csv", sheet: "Sheet1" });
  });

  test("protects every table whose small groups facts pool, but the names of its items", () => {
    expect(TABLES.flatMap(({ id, isProtected }) => (isProtected ? [id] : []))).toEqual(["survey_invitations", "survey"]);
  });
});
