import { describe, expect, test } from "vitest";
import { apart } from "../../src/charts/parts/apart.ts";
import { shortened, textWidth, truncate, wrap } from "../../src/charts/parts/measure.ts";
import { placeNotes } from "../../src/charts/parts/notes.ts";
import { timeLabels } from "../../src/charts/parts/time-axis.ts";
import { monthFraction } from "../../src/charts/parts/time-scale.ts";
import { valueTicks } from "../../src/charts/parts/value-axis.ts";
import { type Grain, monthOf, periodsBetween } from "../../src/core/periods.ts";
import { forms } from "../../src/i18n/zh/forms.ts";

describe("apart(placed, start, end)", () => {
  const label = (at: number) => ({ at, half: 7.5 });

  test.each([
    ["leaves what is apart where they are", [20, 80], [20, 80]],
    ["moves the later of two that touch", [50, 52], [50, 65]],
    ["keeps the order", [52, 50, 51], [50, 65, 80]],
    ["moves what touches the end back", [98, 99], [77.5, 92.5]],
  ])("%s", (_, before, after) => {
    expect(apart(before.map(label), 0, 100).map(({ at }) => at)).toEqual(after);
  });
});

describe("wrap(text, width)", () => {
  test.each([
    ["短", 100, ["短"]],
    ["工业储能电池模组", 48, ["工业储能", "电池模组"]],
    ["2025 行业平均 6.5", 90, ["2025 行业平均", "6.5"]],
    ["工业储能电池模组与配套服务", 48, ["工业储能", "电池模…"]],
    ["Incomprehensibilities", 60, ["Incompr…"]],
  ])("sets %s in lines of %i", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test("truncate(text, width) gives what fits", () => {
    expect(textWidth(truncate("产品管理部与研发部", 60))).toBeLessThanOrEqual(60);
  });

  test.each([
    [
      ["短", "长"],
      ["短", "长"],
    ],
    [
      ["产品系列 1 号工业级", "产品系列 2 号工业级"],
      ["产品系列 1…", "产品系列 2…"],
    ],
    [
      ["Industrial line 1", "Industrial line 2"],
      ["Indus…ine 1", "Indus…ine 2"],
    ],
    [
      ["Industrial 1 line", "Industrial 1 lane"],
      ["Indust…line", "Indust…lane"],
    ],
    [
      ["𠮷𠮷𠮷𠮷𠮷𠮷一", "𠮷𠮷𠮷𠮷𠮷𠮷二"],
      ["𠮷𠮷𠮷…𠮷一", "𠮷𠮷𠮷…𠮷二"],
    ],
  ])("shortened(%j, 72) keeps them apart", (names, short) => {
    expect(shortened(names, 72)).toEqual(short);
    for (const name of short) expect(textWidth(name)).toBeLessThanOrEqual(72);
  });

  test("cuts no character in two that is beyond the first 65,536", () => {
    expect(truncate("𠮷𠮷𠮷𠮷", 30)).toBe("𠮷…");
  });
});

describe("timeLabels(periods, { room })", () => {
  const labels = (grain: Grain, room: number, fiscalStart = 1) =>
    timeLabels(periodsBetween(monthOf(2024, 11), monthOf(2026, 2), grain, fiscalStart), {
      forms,
      room,
      fiscalStart,
    }).map(({ text }) => text);

  test.each([
    ["month", 12, 1, ["1月\n2025", "4月", "7月", "10月", "1月\n2026"]],
    ["month", 6, 1, ["1月\n2025", "7月", "1月\n2026"]],
    ["month", 2, 1, ["2025"]],
    ["quarter", 40, 1, ["Q4\n2024", "Q1\n2025", "Q2", "Q3", "Q4", "Q1\n2026"]],
    ["quarter", 25, 1, ["Q4", "Q1\n2025", "Q2", "Q3", "Q4", "Q1\n2026"]],
    ["quarter", 60, 4, ["Q3\n2024 财年", "Q4", "Q1\n2025 财年", "Q2", "Q3", "Q4"]],
    ["year", 60, 1, ["2024", "2025", "2026"]],
  ] as const)("labels %ss of width %i in a year from month %i", (grain, room, fiscalStart, texts) => {
    expect(labels(grain, room, fiscalStart)).toEqual(texts);
  });

  test("monthFraction(date) lies within its month", () => {
    expect([monthFraction("2026-02-01"), monthFraction("2026-02-15")]).toEqual([monthOf(2026, 2), monthOf(2026, 2) + 0.5]);
  });
});

describe("valueTicks(values, measure)", () => {
  test.each([
    [[1.2, 7.9], "days", [0, 2, 4, 6, 8, 10]],
    [[96, 104], "days", [90, 95, 100, 105, 110]],
    [[0.2, 0.98], "share", [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[-0.3, 0.4], "points", [-0.4, -0.2, 0, 0.2, 0.4, 0.6]],
    [[1.1, 4.9], "score", [1, 2, 3, 4, 5]],
    [[0], "count", [0, 1]],
    [[], "days", [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ] as const)("spans %j %s", (values, unit, ticks) => {
    expect(valueTicks(values, { unit, forms })).toEqual(ticks);
  });

  test("ends where the scale of the survey does", () => {
    const ticksOf = (least: number, most: number, values: readonly number[]) =>
      valueTicks(values, { unit: "score", forms: { ...forms, units: { ...forms.units, score: forms.onScale(least, most) } } });
    expect([ticksOf(1, 4, [1.2, 3.98]), ticksOf(0, 10, [0.2, 9.9])]).toEqual([
      [1, 2, 3, 4],
      [0, 2, 4, 6, 8, 10],
    ]);
  });
});

describe("placeNotes(notes, range)", () => {
  test("leaves out what happened outside", () => {
    expect(placeNotes([{ x: 5, label: "before" }], [10, 100])).toEqual([]);
  });

  test("sets labels that would touch on rows of their own, those farther out on top", () => {
    const notes = placeNotes(
      ["one", "two"].map((label, index) => ({ x: 20 + 10 * index, label })),
      [0, 400],
    );
    expect(notes.map(({ label, row }) => [label, row])).toEqual([
      ["one", 0],
      ["two", 1],
    ]);
  });
});
