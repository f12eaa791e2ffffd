import { describe, expect, test } from "vitest";
import { monthOf, parsePeriod, periodOf } from "../../src/core/periods.ts";
import { forms as english } from "../../src/i18n/en/forms.ts";
import { axisFormat, formatChange, formatDay, formatPeriod, formatValue, periodParts } from "../../src/i18n/format.ts";
import { forms as chinese } from "../../src/i18n/zh/forms.ts";

describe("formatValue(value, unit, forms)", () => {
  test.each([
    ["exact", "90.0%"],
    ["at_least", "≥ 90.0%"],
    ["at_most", "≤ 90.0%"],
    ["about", "≈ 90.0%"],
  ] as const)("of a share that is %s is %s", (bound, words) => {
    expect(plain(formatValue(0.9, "share", english, { bound }))).toBe(words);
    expect(formatValue(null, "share", english, { bound })).toBe("–");
  });

  test.each([
    [4.23, "days", "4.2 天", "4.2 days"],
    [1234, "hours", "1,234 小时", "1,234 hours"],
    [23456, "hours", "2.35 万小时", "23.5K hours"],
    [6.5, "working_hours", "6.5 工作小时", "6.5 working hours"],
    [2.25, "working_days", "2.3 个工作日", "2.3 working days"],
    [0.4234, "share", "42.3 %", "42.3%"],
    [-0.05, "share", "−5.0 %", "−5.0%"],
    [3_265_400, "cny", "326.5 万元", "¥3.27M"],
    [326_540_000, "cny", "3.27 亿元", "¥327M"],
    [99_999_999, "cny", "1.00 亿元", "¥100M"],
    [-12_345, "cny", "−1.23 万元", "−¥12.3K"],
    [812, "cny", "812 元", "¥812"],
    [2_354, "cny", "2,354 元", "¥2,354"],
    [38_112, "count", "38,112", "38,112"],
    [1_234_567, "count", "123.5 万", "1.23M"],
    [4.126, "score", "4.13 分", "4.13"],
    [0.35, "points", "+0.35 分", "+0.35 points"],
    [0.4156, "ratio", "0.42", "0.42"],
    [-0.001, "days", "0.0 天", "0.0 days"],
    [null, "days", "–", "–"],
  ] as const)("writes %s %s as %s and %s", (value, unit, zh, en) => {
    expect([formatValue(value, unit, chinese), formatValue(value, unit, english)].map(plain)).toEqual([zh, en]);
  });

  test("keeps the unit on the line of its number", () => {
    expect(formatValue(4.2, "days", english)).toBe("4.2\u00a0days");
  });

  test("leaves the unit out, shows the sign and takes other decimals when asked", () => {
    expect(formatValue(4.26, "days", chinese, { isBare: true, isSigned: true, digits: 2 })).toBe("+4.26");
  });

  test("says one day in the singular", () => {
    expect(plain(formatValue(1, "days", english, { digits: 0 }))).toBe("1 day");
    expect(plain(formatValue(1, "working_days", english, { digits: 0 }))).toBe("1 working day");
  });
});

describe("formatChange(delta, unit, forms)", () => {
  test.each([
    [-0.9, "days", "−0.9 天", "−0.9 days"],
    [1.5, "working_hours", "+1.5 工作小时", "+1.5 working hours"],
    [0.012, "share", "+1.2 个百分点", "+1.2 pts"],
    [32_654, "cny", "+3.27 万元", "+¥32.7K"],
    [-0.2, "score", "−0.20 分", "−0.20 points"],
    [0, "count", "0", "0"],
    [null, "share", "–", "–"],
  ] as const)("writes %s %s as %s and %s", (delta, unit, zh, en) => {
    expect([formatChange(delta, unit, chinese), formatChange(delta, unit, english)].map(plain)).toEqual([zh, en]);
  });
});

test("formatChange spells out percentage points when asked", () => {
  expect(plain(formatChange(-0.187, "share", english, { isSpelt: true }))).toBe("−18.7 percentage points");
});

describe("axisFormat(unit, forms, ticks)", () => {
  test("scales money once for the whole axis", () => {
    const { label, format } = axisFormat("cny", chinese, [0, 5e5, 1e6, 1.5e6]);
    expect([label, ...[0, 5e5, 1.5e6].map(format)]).toEqual(["万元", "0", "50", "150"]);
  });

  test("gives every tick as many decimals as the finest one needs", () => {
    expect([0, 0.025, 0.05].map(axisFormat("share", english, [0, 0.025, 0.05]).format)).toEqual(["0.0", "2.5", "5.0"]);
  });

  test("is not misled by floating dust", () => {
    expect(axisFormat("days", english, [0, 0.1, 0.2, 0.1 + 0.2]).format(0.1 + 0.2)).toBe("0.3");
  });
});

describe("formatPeriod(period, forms, fiscalStart)", () => {
  const september = monthOf(2026, 9);
  test.each([
    ["month", 1, "2026 年 9 月", "Sep 2026"],
    ["quarter", 1, "2026 Q3", "2026 Q3"],
    ["year", 1, "2026 年", "2026"],
    ["month", 4, "2026 年 9 月", "Sep 2026"],
    ["quarter", 4, "2026 财年 Q2", "FY2026 Q2"],
    ["year", 4, "2026 财年", "FY2026"],
  ] as const)("names the %s of 2026-09 in a fiscal year from month %i %s and %s", (grain, fiscalStart, zh, en) => {
    const period = periodOf(september, grain, fiscalStart);
    expect([formatPeriod(period, chinese, fiscalStart), formatPeriod(period, english, fiscalStart)]).toEqual([zh, en]);
  });

  test.each([
    ["2026-01..2026-06", "2026 年 1 月–6 月", "Jan–Jun 2026"],
    ["2025-11..2026-02", "2025 年 11 月–2026 年 2 月", "Nov 2025–Feb 2026"],
  ])("names the range %s %s and %s", (id, zh, en) => {
    const period = parsePeriod(id);
    expect([formatPeriod(period, chinese), formatPeriod(period, english)]).toEqual([zh, en]);
  });
});

test("periodParts(range, forms) gives the parts of its first month", () => {
  expect(periodParts(parsePeriod("2025-11..2026-02"), english, 4)).toEqual({ part: "Nov", year: "2025" });
});

test("formatDay(iso) reads the date as written, whatever the time zone", () => {
  expect([formatDay("2026-10-01", chinese), formatDay("2026-10-01T00:30:00+08:00", english)]).toEqual(["2026 年 10 月 1 日", "1 Oct 2026"]);
});

test("formatDay(text) throws on what is no date", () => {
  expect(() => formatDay("1/10/2026", chinese)).toThrow("not a date: 1/10/2026");
});

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
