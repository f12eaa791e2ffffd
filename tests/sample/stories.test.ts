import { describe, expect, test } from "vitest";
import { dayOfMoment, daysBetween } from "../../scripts/sample/calendar.ts";
import { makeSample, USUAL_ORDERS } from "../../scripts/sample/make-sample.ts";
import type { Requirement } from "../../scripts/sample/tables/requirements.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";

const sample = makeSample(USUAL_ORDERS);
const orders = [...sample.orders()];
const products = new Map(sample.products.map((product) => [product.product_id, product]));
const orderById = new Map(orders.map((order) => [order.order_id, order]));
const requirements = new Map(sample.requirements.map((row) => [row.requirement_id, row]));

const within = (day: number, from: string, to: string) => day >= dayOf(from) && day <= dayOf(to);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = <T>(rows: readonly T[], holds: (row: T) => boolean) => mean(rows.map((row) => (holds(row) ? 1 : 0)));
const total = <T>(rows: readonly T[], value: (row: T) => number) => rows.reduce((sum, row) => sum + value(row), 0);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A year before the platform, and the year in which all of its effect is there. */
const BEFORE = ["2024-04-01", "2025-03-31"] as const;
const AFTER = ["2025-07-01", "2026-06-30"] as const;

type Span = readonly [string, string];

const approvedIn = (span: Span, holds: (row: Requirement) => boolean = () => true) =>
  sample.requirements.filter((row) => row.approved_at !== null && within(dayOfMoment(row.approved_at), ...span) && holds(row));
const daysToApproval = (rows: readonly Requirement[]) => rows.map((row) => daysBetween(row.submitted_at, row.approved_at ?? Number.NaN));

const perMonth = <T>(rows: readonly T[], day: (row: T) => number) => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(isoOf(day(row)).slice(0, 7), (counts.get(isoOf(day(row)).slice(0, 7)) ?? 0) + 1);
  return counts;
};

describe("Spring Festival", () => {
  const months = {
    orders: perMonth(orders, (order) => order.ordered_on),
    submissions: perMonth(sample.requirements, (row) => dayOfMoment(row.submitted_at)),
    timesheets: perMonth(sample.timesheets, (row) => row.worked_on),
  };

  test.each([
    ["orders", "2024-02", "2024-03"],
    ["orders", "2025-02", "2025-03"],
    ["orders", "2026-02", "2026-03"],
    ["submissions", "2024-02", "2024-03"],
    ["submissions", "2026-02", "2026-03"],
    ["timesheets", "2024-02", "2024-03"],
    ["timesheets", "2026-02", "2026-03"],
  ] as const)("leaves a dip in %s in %s against %s", (name, festival, usual) => {
    expect((months[name].get(festival) ?? 0) / (months[name].get(usual) ?? 0)).toBeLessThan(0.7);
  });
});

describe("the shared platform", () => {
  test("brings the mean time to approval from about 7 to about 3 days", () => {
    expect(mean(daysToApproval(approvedIn(BEFORE)))).toBeGreaterThan(6.5);
    expect(mean(daysToApproval(approvedIn(BEFORE)))).toBeLessThan(8);
    expect(mean(daysToApproval(approvedIn(AFTER)))).toBeGreaterThan(2.5);
    expect(mean(daysToApproval(approvedIn(AFTER)))).toBeLessThan(3.5);
  });

  test("takes two to three months to do so", () => {
    const inMonth = (month: string) => median(daysToApproval(approvedIn([`${month}-01`, `${month}-30`])));
    expect(inMonth("2025-04")).toBeGreaterThan(inMonth("2025-05"));
    expect(inMonth("2025-05")).toBeGreaterThan(inMonth("2025-07"));
  });

  test("lowers the cost of deviations by more than a third", () => {
    const cost = (span: Span) =>
      total(
        sample.rework.filter((row) => row.cause === "requirement_deviation" && within(row.worked_on, ...span)),
        (row) => row.cost_cny,
      );
    expect(cost(AFTER) / cost(BEFORE)).toBeLessThan(0.66);
  });

  test("lowers the changes of a requirement in work by more than a third", () => {
    const inWork = (day: number) =>
      sample.requirements.filter(
        (row) =>
          row.approved_at !== null && dayOfMoment(row.approved_at) <= day && dayOfMoment(row.released_at ?? Number.POSITIVE_INFINITY) > day,
      );
    const rate = (span: Span) =>
      sample.requirement_changes.filter((row) => within(row.changed_on, ...span)).length / inWork(dayOf(span[1])).length;
    expect(rate(AFTER) / rate(BEFORE)).toBeLessThan(0.66);
  });

  test("brings reviews within 7 days from under 85 % to over 95 %", () => {
    const inTime = (span: Span) => {
      const reviewed = sample.requirements.filter((row) => row.reviewed_at !== null && within(dayOfMoment(row.reviewed_at), ...span));
      return share(reviewed, (row) => daysBetween(row.submitted_at, row.reviewed_at ?? Number.NaN) <= 7);
    };
    expect(inTime(BEFORE)).toBeLessThan(0.85);
    expect(inTime(AFTER)).toBeGreaterThan(0.95);
  });

  test("completes the templates", () => {
    const complete = (span: Span) =>
      share(
        sample.requirements.filter((row) => within(dayOfMoment(row.submitted_at), ...span)),
        (row) => row.has_scenario && row.has_customer_profile && row.has_competitor && row.has_budget,
      );
    expect(complete(BEFORE)).toBeLessThan(0.5);
    expect(complete(AFTER)).toBeGreaterThan(0.8);
  });

  test("lowers the hours between departments for each approval by more than a quarter", () => {
    const hours = (span: Span) =>
      total(
        sample.timesheets.filter((row) => row.department !== row.counterpart && within(row.worked_on, ...span)),
        (row) => row.hours,
      );
    expect(hours(AFTER) / approvedIn(AFTER).length / (hours(BEFORE) / approvedIn(BEFORE).length)).toBeLessThan(0.75);
  });

  test("clears a backlog that had grown", () => {
    const open = (iso: string) => {
      const isOpen = ({ submitted_at, approved_at, rejected_at }: Requirement) =>
        dayOfMoment(submitted_at) <= dayOf(iso) && dayOfMoment(approved_at ?? rejected_at ?? Number.POSITIVE_INFINITY) > dayOf(iso);
      return sample.requirements.filter(isOpen).length;
    };
    expect(open("2025-03-31") / open("2023-12-31")).toBeGreaterThan(2);
    expect(open("2025-12-31") / open("2025-03-31")).toBeLessThan(0.5);
  });
});

describe("the gateways of 2026", () => {
  const inLine = (line: string) => orders.filter((order) => products.get(order.product_id)?.product_line === line);
  const returnRate = (line: string, span: Span) => {
    const sold = inLine(line).filter((order) => within(order.ordered_on, ...span));
    const returned = new Set(sample.after_sales.filter((row) => row.kind === "return").map((row) => row.order_id));
    return share(sold, (order) => returned.has(order.order_id));
  };

  test("come back twice as often as those of the year before, while sensors do not", () => {
    const change = (line: string) => returnRate(line, ["2026-01-15", "2026-07-15"]) / returnRate(line, ["2025-01-15", "2025-07-15"]);
    expect(change("gateways")).toBeGreaterThan(2);
    expect(change("sensors")).toBeLessThan(1.5);
  });

  test("bring several times the defects of the half-year before", () => {
    const defects = (span: Span) =>
      sample.rework.filter(
        (row) =>
          row.cause === "development_defect" &&
          within(row.worked_on, ...span) &&
          requirements.get(row.requirement_id)?.product_line === "gateways",
      ).length;
    expect(defects(["2026-02-01", "2026-07-31"]) / defects(["2025-08-01", "2026-01-31"])).toBeGreaterThan(4);
  });
});

describe("the west in the last two quarters", () => {
  const NOW = ["2026-04-01", "2026-09-30"] as const;
  const YEAR_AGO = ["2025-04-01", "2025-09-30"] as const;

  test("orders less than a year ago, while the others order more", () => {
    const count = (span: Span, isWest: boolean) =>
      orders.filter((order) => within(order.ordered_on, ...span) && (order.region === "west") === isWest).length;
    expect(count(NOW, true) / count(YEAR_AGO, true)).toBeLessThan(0.8);
    expect(count(NOW, false) / count(YEAR_AGO, false)).toBeGreaterThan(1);
  });

  test("waits half as long again for an approval as the others", () => {
    const west = mean(daysToApproval(approvedIn(NOW, (row) => row.region === "west")));
    const others = mean(daysToApproval(approvedIn(NOW, (row) => row.region !== "west")));
    expect(west / others).toBeGreaterThan(1.5);
  });

  test("complains more than a year ago", () => {
    const rate = (span: Span) => {
      const isWest = (order_id: string) => orderById.get(order_id)?.region === "west";
      const cases = sample.after_sales.filter((row) => row.kind === "complaint" && within(row.opened_on, ...span) && isWest(row.order_id));
      return cases.length / orders.filter((order) => order.region === "west" && within(order.ordered_on, ...span)).length;
    };
    expect(rate(NOW) / rate(YEAR_AGO)).toBeGreaterThan(1.5);
  });
});

describe("the survey", () => {
  const score = (quarters: readonly string[], side: string) =>
    mean(sample.survey.filter((row) => quarters.includes(row.quarter) && row.side === side).flatMap((row) => row.score ?? []));
  const gap = (...quarters: string[]) => score(quarters, "sales") - score(quarters, "rnd");

  test("sees sales and R&D converge from about −0.9 to about −0.2", () => {
    expect(Math.abs(gap("2023Q4", "2024Q1", "2024Q2") + 0.9)).toBeLessThan(0.1);
    expect(Math.abs(gap("2026Q1", "2026Q2", "2026Q3") + 0.2)).toBeLessThan(0.1);
  });

  test("has answers from fewer than five people of HR in every quarter", () => {
    const answers = sample.survey.filter((row) => row.department === "hr" && row.item === "process_clear");
    const counts = [...Map.groupBy(answers, (row) => row.quarter).values()].map((group) => group.length);
    expect(counts).toHaveLength(12);
    expect(Math.max(...counts)).toBeLessThan(5);
  });
});

describe("requirements", () => {
  test("are rejected at about 15 %, and some are open", () => {
    expect(Math.abs(share(sample.requirements, (row) => row.rejected_at !== null) - 0.15)).toBeLessThan(0.02);
    expect(sample.requirements.filter((row) => row.approved_at === null && row.rejected_at === null).length).toBeGreaterThan(5);
  });
});

describe("products", () => {
  test("of every line but power are launched in every quarter", () => {
    const launched = sample.products.filter(({ launched_on }) => launched_on !== null && within(launched_on, "2023-10-01", "2026-09-30"));
    const perLine = Object.groupBy(launched, ({ product_line }) => product_line);
    expect(perLine).toMatchObject({
      sensors: { length: 12 },
      controllers: { length: 12 },
      gateways: { length: 12 },
      software: { length: 12 },
    });
    expect(perLine.power).toHaveLength(6);
  });
});
