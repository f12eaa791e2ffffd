import { describe, expect, test } from "vitest";
import { goalsTable, hiddenGoalsOf } from "../../../src/site/matrix/goals-table.ts";
import { rawOf, textOf } from "../../../src/site/say/table.ts";
import { MATRIX_SITE, matrixPage } from "../matrix-site.ts";

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

  test.each([
    ["a rate", "按时响应率", "Answered in time", 0.9, "90.0\u00a0%"],
    ["a share in English alone", "目标", "Share of complete records", 0.85, "85.0\u00a0%"],
    ["a rate that is no share", "库存周转率", "Stock turnover", 4.2, "4.20"],
    ["a rate of turnover below one", "库存周转率", "Stock turnover rate", 0.8, "0.80"],
    ["a rate whose measure names its unit", "不良率（%）", "Defects (%)", 0.5, "0.50"],
    ["a ratio", "投入产出比", "Return on spending", 0.6, "0.60"],
    ["a length of time", "响应时长（小时）", "Hours to a response", 0.5, "0.50"],
  ])("shows %s in the unit that it is of", (_, zh, en, target, words) => {
    const goals = MATRIX_SITE.reference.goals.map((goal) => ({
      ...goal,
      measure: { zh, en },
      target,
      actual: target,
      isLowerBetter: false,
    }));
    const site = { ...MATRIX_SITE, reference: { ...MATRIX_SITE.reference, goals } };
    const [row] = goalsTable(matrixPage({ within: { department: ["rnd"] }, locale: "zh", site })).rows;
    expect(row?.slice(3, 5).map(textOf)).toEqual([words, words]);
    expect(row?.slice(3, 5).map(rawOf)).toEqual([target, target]);
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
