import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import { goalsOf, goalsTable } from "../../src/site/goals-table.ts";
import { rawOf, textOf } from "../../src/site/table.ts";
import { matrixPage } from "./matrix-site.ts";

test.each([
  ["2026Q3", ["Versions", "Days", "Pilots", "Kits", "Pitches", "Revenue"]],
  ["2026-08", ["Versions", "Days", "Pilots", "Kits", "Pitches", "Revenue"]],
  ["2026", ["Versions", "Days", "Pilots", "Soon", "Kits", "Pitches", "Revenue"]],
  ["2026Q2", ["Days"]],
  ["2025Q3", []],
])("goalsOf(page) in %s are those within it and around it", (period, goals) => {
  const page = matrixPage({ selection: { period: parsePeriod(period) } });
  expect(goalsOf(page).map((each) => each.goal)).toEqual(goals);
});

describe("goalsTable(page)", () => {
  const tableOf = (department: string, locale: "zh" | "en" = "en") =>
    goalsTable(matrixPage({ within: { department: [department] }, locale }));
  const rowsOf = (department: string) => tableOf(department).rows.map((row) => row.map(textOf));

  test("has the department's goals with what was attained and which departments they are linked to, each once", () => {
    expect(rowsOf("rnd")).toEqual(
      [
        ["Versions", "2026 Q3", "Department", "4", "3", "75.0 %", "Marketing"],
        ["Days (lower is better)", "2026", "Department", "6", "8", "75.0 %", "–"],
        ["Pilots", "Aug 2026", "Architect", "2,500", "5,000", "100.0 %", "–"],
      ].map((row) => row.map((cell) => cell.replace(" %", "\u00a0%"))),
    );
  });

  test("leaves what is not known yet missing, never 0", () => {
    expect(rowsOf("marketing")[0]?.slice(4, 6)).toEqual(["–", "–"]);
    expect(tableOf("marketing").rows[0]?.slice(4, 6).map(rawOf)).toEqual([null, null]);
  });

  test("says so where a department has none", () => {
    expect([tableOf("hr").caption, tableOf("hr").rows]).toEqual(["This department has no goals in the period.", []]);
  });

  test("is in the page's language", () => {
    expect(tableOf("rnd", "zh").rows[2]?.map(textOf).slice(0, 3)).toEqual(["目标", "2026年8月", "架构师"]);
  });
});
