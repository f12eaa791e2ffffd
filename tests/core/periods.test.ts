import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firstDay,
  formatMonth,
  type Grain,
  isComplete,
  isOver,
  lastComplete,
  lastDay,
  monthOf,
  parseMonth,
  parsePeriod,
  periodBefore,
  periodId,
  periodOf,
  periodSpanning,
  periodsBetween,
  yearBefore,
} from "../../src/core/periods.ts";
import { assertProperty } from "./property.ts";

const GRAINS: readonly Grain[] = ["month", "quarter", "year"];
const months = fc.integer({ min: monthOf(1900, 1), max: monthOf(2199, 12) });
const grains = fc.constantFrom(...GRAINS);
const fiscalStarts = fc.integer({ min: 1, max: 12 });

describe("parseMonth", () => {
  test.each([
    ["2026-09", monthOf(2026, 9)],
    ["2026-09-30", monthOf(2026, 9)],
    ["1999-12", monthOf(1999, 12)],
  ])("%s is month %i", (text, month) => {
    expect(parseMonth(text)).toBe(month);
  });

  test.each(["2026-13", "2026-00", "2026-9", "2026/09", "", "2026Q3"])("refuses %j and says what it expects", (text) => {
    expect(() => parseMonth(text)).toThrow(`not a month: ${text}; expected like 2026-09`);
  });

  test("is the reverse of formatMonth", () => {
    assertProperty(
      fc.property(months, (month) => {
        expect(parseMonth(formatMonth(month))).toBe(month);
      }),
    );
  });
});

describe("the days of a month", () => {
  test.each([
    ["2024-02", "2024-02-29"],
    ["2023-02", "2023-02-28"],
    ["2000-02", "2000-02-29"],
    ["1900-02", "1900-02-28"],
    ["2026-12", "2026-12-31"],
    ["2026-04", "2026-04-30"],
  ])("%s ends on %s", (month, day) => {
    expect(lastDay(parseMonth(month))).toBe(day);
    expect(firstDay(parseMonth(month))).toBe(`${month}-01`);
  });
});

describe("periodOf", () => {
  test.each([
    ["2026-09", "quarter", 1, "2026-07", "2026-09", "2026Q3"],
    ["2026-09", "quarter", 4, "2026-07", "2026-09", "2026Q2"],
    ["2026-03", "quarter", 4, "2026-01", "2026-03", "2025Q4"],
    ["2026-01", "quarter", 2, "2025-11", "2026-01", "2025Q4"],
    ["2026-01", "year", 1, "2026-01", "2026-12", "2026"],
    ["2026-03", "year", 4, "2025-04", "2026-03", "2025"],
    ["2026-04", "year", 4, "2026-04", "2027-03", "2026"],
    ["2026-09", "month", 4, "2026-09", "2026-09", "2026-09"],
  ] as const)("%s lies in the %s, of a fiscal year from month %i, from %s to %s: %s", (month, grain, fiscalStart, start, end, id) => {
    const period = periodOf(parseMonth(month), grain, fiscalStart);
    expect(period).toEqual({ grain, start: parseMonth(start), end: parseMonth(end) });
    expect(periodId(period, fiscalStart)).toBe(id);
  });

  test("holds its month, and every month of it has the same period", () => {
    assertProperty(
      fc.property(months, grains, fiscalStarts, (month, grain, fiscalStart) => {
        const period = periodOf(month, grain, fiscalStart);
        expect(month >= period.start && month <= period.end).toBe(true);
        for (const edge of [period.start, period.end]) expect(periodOf(edge, grain, fiscalStart)).toEqual(period);
      }),
    );
  });
});

describe("parsePeriod", () => {
  test("is the reverse of periodId", () => {
    assertProperty(
      fc.property(months, grains, fiscalStarts, (month, grain, fiscalStart) => {
        const period = periodOf(month, grain, fiscalStart);
        expect(parsePeriod(periodId(period, fiscalStart), fiscalStart)).toEqual(period);
      }),
    );
  });

  test("reads every range of whole months that periodId writes", () => {
    assertProperty(
      fc.property(months, fc.nat({ max: 40 }), fiscalStarts, (start, more, fiscalStart) => {
        const period = periodSpanning(start, start + more, fiscalStart);
        expect(parsePeriod(periodId(period, fiscalStart), fiscalStart)).toEqual(period);
      }),
    );
  });

  test.each([
    ["2026-01..2026-06", 1, "2026-01..2026-06"],
    ["2026-07..2026-09", 1, "2026Q3"],
    ["2026-07..2026-09", 4, "2026Q2"],
    ["2026-07..2026-09", 2, "2026-07..2026-09"],
    ["2025-04..2026-03", 4, "2025"],
    ["2025-04..2026-03", 1, "2025-04..2026-03"],
    ["2026-09..2026-09", 1, "2026-09"],
  ])("reads %s, in a fiscal year from month %i, as %s", (text, fiscalStart, id) => {
    expect(periodId(parsePeriod(text, fiscalStart), fiscalStart)).toBe(id);
  });

  test("refuses a range that ends before it starts", () => {
    expect(() => parsePeriod("2026-06..2026-01")).toThrow("not a period: 2026-06..2026-01; it ends before it starts");
  });

  test.each(["2026Q5", "2026Q0", "26", "2026-13", "2026-1", "q3", "", "2026-01..", "2026-01..2026-13", "2026..2027"])(
    "refuses %j",
    (id) => {
      expect(() => parsePeriod(id)).toThrow(/^not a (period|month): /);
    },
  );
});

describe("periodSpanning", () => {
  test("gives back every month, quarter and year from its months", () => {
    assertProperty(
      fc.property(months, grains, fiscalStarts, (month, grain, fiscalStart) => {
        const period = periodOf(month, grain, fiscalStart);
        expect(periodSpanning(period.start, period.end, fiscalStart)).toEqual(period);
      }),
    );
  });
});

describe("periods in order", () => {
  test("periodsBetween(2025-12, 2026-04, quarter) gives every quarter that it touches, oldest first", () => {
    const ids = periodsBetween(parseMonth("2025-12"), parseMonth("2026-04"), "quarter").map((period) => periodId(period));
    expect(ids).toEqual(["2025Q4", "2026Q1", "2026Q2"]);
  });

  test("periodsBetween gives nothing when the last month is before the first", () => {
    expect(periodsBetween(parseMonth("2026-04"), parseMonth("2026-01"), "month")).toEqual([]);
  });

  test.each([
    ["2026-01", 1, "2025-12"],
    ["2026Q1", 1, "2025Q4"],
    ["2026", 2, "2024"],
    ["2026Q1", -1, "2026Q2"],
    ["2026-01..2026-06", 1, "2025-07..2025-12"],
    ["2026-01..2026-02", -2, "2026-05..2026-06"],
  ])("the period before %s by %i is %s", (id, count, before) => {
    expect(periodId(periodBefore(parsePeriod(id), count))).toBe(before);
  });

  test.each([
    ["2026-02", "2025-02"],
    ["2026Q3", "2025Q3"],
    ["2026", "2025"],
    ["2026-01..2026-05", "2025-01..2025-05"],
    ["2025-01..2026-06", "2024-01..2025-06"],
  ])("a year before %s is %s", (id, before) => {
    expect(periodId(yearBefore(parsePeriod(id)))).toBe(before);
  });
});

describe("isOver", () => {
  test.each([
    ["2026Q3", "2026-09-30", true],
    ["2026Q3", "2026-09-29", false],
    ["2024-02", "2024-02-28", false],
    ["2024-02", "2024-02-29", true],
    ["2026", "2026-12-31", true],
    ["2026-05..2026-09", "2026-09-29", false],
    ["2026-05..2026-09", "2026-09-30", true],
  ])("%s on %s: %s", (id, asOf, expected) => {
    expect(isOver(parsePeriod(id), asOf)).toBe(expected);
  });

  test.each([
    ["2026-10-18", "quarter", 1, "2026Q3"],
    ["2026-09-30", "quarter", 1, "2026Q3"],
    ["2026-10-18", "month", 1, "2026-09"],
    ["2026-03-31", "year", 4, "2025"],
    ["2026-03-30", "year", 4, "2024"],
  ] as const)("on %s the last complete %s of a fiscal year from month %i is %s", (asOf, grain, fiscalStart, id) => {
    expect(periodId(lastComplete(asOf, grain, fiscalStart), fiscalStart)).toBe(id);
  });
});

describe("isComplete", () => {
  test.each([
    ["2025-06", false],
    ["2025-07", true],
    ["2025Q2", false],
    ["2025Q3", true],
    ["2025", false],
    ["2025-07..2026-06", true],
    ["2025-06..2025-08", false],
    ["2026-09", true],
    ["2026-10", false],
    ["2026Q4", false],
    ["2026", false],
  ])("%s, of data from 15 June 2025 to 18 October 2026: %s", (id, expected) => {
    expect(isComplete(parsePeriod(id), { from: "2025-06-15", until: "2026-10-18" })).toBe(expected);
  });

  test("counts the first and the last day", () => {
    expect(isComplete(parsePeriod("2026Q3"), { from: "2026-07-01", until: "2026-09-30" })).toBe(true);
  });
});
