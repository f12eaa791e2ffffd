import { describe, expect, test } from "vitest";
import { goalsTable, hiddenGoalsOf } from "../../../src/site/matrix/goals-table.ts";
import { rawOf, textOf } from "../../../src/site/say/table.ts";
import { matrixPage } from "../matrix-site.ts";

describe("goalsTable(page)", () => {
  const tableOf = (department: string, locale: "zh" | "en" = "en") =>
    goalsTable(matrixPage({ within: { department: [department] }, locale }));
  const rowsOf = (department: string) => tableOf(department).rows.map((row) => row.map(textOf));

  test("has the department's goals with what was attained and which departments they are linked to, each once", () => {
    expect(rowsOf("rnd")).toEqual(
      [
        ["Versions", "2026 Q3", "Department", "4", "3", "75.0%", "Marketing"],
        ["Days", "2026", "Department", "6 (lower is better)", "8", "75.0%", "–"],
        ["Pilots", "Aug 2026", "Architect", "2,500", "5,000", "100.0%", "–"],
      ].map((row) => row.map((cell) => cell.replace(" %", "\u00a0%"))),
    );
  });

  test("leaves what is not known yet missing, never 0", () => {
    expect(rowsOf("marketing")[0]?.slice(4, 6)).toEqual(["–", "–"]);
    expect(tableOf("marketing").rows[0]?.slice(4, 6).map(rawOf)).toEqual([null, null]);
  });

  test("says so where a department has none, but not where all of them are hidden", () => {
    expect([tableOf("finance").caption, tableOf("finance").rows]).toEqual(["This department has no goals in the period.", []]);
    expect([tableOf("hr").caption, tableOf("hr").rows]).toEqual(["Goals", []]);
  });

  test("is in the page's language", () => {
    expect(tableOf("rnd", "zh").rows[2]?.map(textOf).slice(0, 3)).toEqual(["目标", "2026 年 8 月", "架构师"]);
  });
});

describe("hiddenGoalsOf(page)", () => {
  const noteOf = (department: string, locale: "zh" | "en" = "en") =>
    hiddenGoalsOf(matrixPage({ within: { department: [department] }, locale }));

  test("counts the hidden goals of the department in the periods whose goals are shown", () => {
    expect(noteOf("rnd")).toBe("2 goals of roles are hidden: fewer than 2 people hold the role, or how many do is not given.");
    expect(noteOf("rnd", "zh")).toBe("另有 2 个岗位目标已隐藏：该岗位任职不足 2 人，或未填任职人数。");
  });

  test("says nothing where none is hidden", () => {
    expect(noteOf("marketing")).toBe("");
  });
});
