import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointOf } from "../../../src/analysis/series.ts";
import { isSamePeriod, type Period, parseMonth, parsePeriod, periodOf, periodSpanning, periodsBetween } from "../../../src/core/periods.ts";
import { COMPARED_PERIODS, DEFAULT_SELECTION, type Filters, RELATIVE_PERIODS, type Selection } from "../../../src/core/selection.ts";
import type { Metric } from "../../../src/cube/metric.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { Page } from "../../../src/site/ask/page.ts";
import { againstName, againstPointName } from "../../../src/site/say/slice-names.ts";
import { assertProperty } from "../../core/property.ts";
import { pageFor } from "../tiny-site.ts";

const [FIRST, LAST] = [parseMonth("2024-10"), parseMonth("2026-10")];
/** Each draws a page again. */
const RUNS = 40;

const MONTHS = periodsBetween(FIRST, LAST, "month");

/** Periods of every length, with and without data in all of their months. */
const periods = fc.oneof(
  fc.constantFrom(...RELATIVE_PERIODS),
  fc.tuple(fc.integer({ min: FIRST - 8, max: LAST + 3 }), fc.nat({ max: 14 })).map(([start, more]) => periodSpanning(start, start + more)),
  fc.tuple(fc.integer({ min: FIRST, max: LAST }), fc.constantFrom("month", "quarter", "year")).map(([at, grain]) => periodOf(at, grain)),
);

const filters: fc.Arbitrary<Filters> = fc.constantFrom({}, { region: ["east"] }, { region: ["west"] }, { kind: ["a"] });

const compared: fc.Arbitrary<Selection> = fc
  .record({
    own: fc.record({ period: periods, filters }),
    against: fc.record({ period: fc.oneof(periods, fc.constantFrom(...COMPARED_PERIODS)), filters }),
  })
  .map(({ own, against }) => ({ ...DEFAULT_SELECTION, ...own, against }));

const draw = (page: Page, spec: string, width: number): SVGElement | undefined => figureFor(page, spec)?.draw({ id: "drawing", width });

const numberOf = (element: Element | null, name: string) => Number(element?.getAttribute(name));

/** From left to right, where the plot of a drawing lies. */
function plotOf(svg: SVGElement): [number, number] {
  const rule = svg.querySelector(".grid line");
  return [numberOf(rule, "x1"), numberOf(rule, "x2")];
}

const coordinatesOf = (path: string): number[] => [...path.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));

/** Every place across the drawing at which something that is compared with is drawn. */
const placesOf = (svg: SVGElement): number[] => [
  ...[...svg.querySelectorAll(".line.against path, path.line.against")].flatMap((path) => coordinatesOf(path.getAttribute("d") ?? "")),
  ...[...svg.querySelectorAll(".dot.against circle, circle.dot.against")].map((dot) => numberOf(dot, "cx")),
];

/** What a value is in a period, computed for it alone. */
const valueIn = ({ site }: Page, metric: Metric, period: Period, kept: Filters) =>
  pointOf(site.cubes, metric, { period, filters: kept })?.value ?? null;

/** Every label that a point of what is compared with may have, each with its own month and the value of that. */
function trueLabels(page: Page, id: string): string[] {
  const view = page.view(id);
  return MONTHS.map((month) => {
    const value = valueIn(page, view.metric, month, view.against.filters);
    return `${againstPointName(page, view, month)} ${page.value(value, view.metric.unit, { isBare: true })}`;
  });
}

const withoutBreaks = (text: string) => text.replaceAll(/\s+/g, "");

describe("a trend of a comparison", () => {
  test("names one point that is compared with, by its own month and with the value of that month", () => {
    assertProperty(
      fc.property(compared, fc.constantFrom("zh", "en"), fc.constantFrom(600, 340), (selection, locale, width) => {
        const page = pageFor(selection, locale);
        for (const id of ["orders", "wait"]) {
          const svg = draw(page, `trend ${id}`, width);
          const labels = [...(svg?.querySelectorAll("text.strong, .strong text") ?? [])].map(({ textContent }) =>
            withoutBreaks(textContent),
          );
          const known = trueLabels(page, id).map(withoutBreaks);
          expect(labels.filter((label) => !known.includes(label))).toEqual([]);
          expect(labels.length).toBe(page.view(id).beside.some(({ point }) => point.isComplete && point.value !== null) ? 1 : 0);
        }
      }),
      RUNS,
    );
  });

  test("draws what is compared with within the plot", () => {
    assertProperty(
      fc.property(compared, fc.constantFrom(600, 340), (selection, width) => {
        const svg = draw(pageFor(selection), "trend orders", width);
        if (!svg) return;
        const [left, right] = plotOf(svg);
        expect(placesOf(svg).filter((x) => x < left || x > right)).toEqual([]);
      }),
      RUNS,
    );
  });

  test.each([
    ["2026Q3", "2025Q4"],
    ["2026-09", "2025-09"],
  ])("of %s draws only the months of %s", (own, other) => {
    const against = parsePeriod(other);
    const svg = draw(pageFor({ period: parsePeriod(own), against: { period: against, filters: {} } }), "trend orders", 600);
    expect(new Set(svg && placesOf(svg)).size).toBe(against.end - against.start + 1);
  });

  test("says beside every period the value of the month that it names", () => {
    assertProperty(
      fc.property(compared, (selection) => {
        const page = pageFor(selection);
        const view = page.view("orders");
        const isOnePeriod = isSamePeriod(view.slice.period, view.against.period);
        const lineOf = (name: string, month: Period) =>
          page.titled(name, page.value(valueIn(page, view.metric, month, view.against.filters), "count"));
        const marks = (figureFor(page, "trend orders")?.marks() ?? []).flatMap(({ lines, choice }) => {
          const own = choice && "period" in choice ? choice.period : MONTHS[0];
          const known = isOnePeriod
            ? own && [lineOf(againstName(page, view), own)]
            : MONTHS.map((month) => lineOf(againstPointName(page, view, month), month));
          return lines.filter((line) => known?.includes(line));
        });
        expect(marks).toHaveLength(view.beside.length);
      }),
      RUNS,
    );
  });

  test("has in its table, in every row, the value of the month that the row names", () => {
    assertProperty(
      fc.property(compared, (selection) => {
        const page = pageFor(selection);
        const view = page.view("orders");
        const { head = [], rows = [] } = figureFor(page, "trend orders")?.table() ?? {};
        const at = head.indexOf(page.words.selection.comparedPeriod);
        if (at < 0) return;
        const known = new Map(MONTHS.map((month) => [page.periodName(month), valueIn(page, view.metric, month, view.against.filters)]));
        const wrong = rows.filter((row) => {
          const [period, value] = [row[at], row[at + 1]].map((cell) =>
            typeof cell === "string" || !cell ? { text: cell, raw: null } : cell,
          );
          return period?.text !== page.words.missing && known.get(String(period?.text).replace(" (unfinished)", "")) !== value?.raw;
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** Where the value of a member's tick stands, in lengths of the member's own bar. */
function ticksOf(svg: SVGElement): number[] {
  const bars = [...svg.querySelectorAll(".bar rect, rect.bar")].map((bar) => ({
    x: numberOf(bar, "x"),
    y: numberOf(bar, "y"),
    width: numberOf(bar, "width"),
    height: numberOf(bar, "height"),
  }));
  return [...svg.querySelectorAll(".previous line, line.previous")].map((tick) => {
    const [x, y] = [numberOf(tick, "x1"), (numberOf(tick, "y1") + numberOf(tick, "y2")) / 2];
    const bar = bars.find((each) => y > each.y && y < each.y + each.height);
    return bar ? (x - bar.x) / bar.width : Number.NaN;
  });
}

describe("bars of a comparison", () => {
  test.each(["orders", "wait"])("of %s have each tick where the value of the member that is compared with lies", (id) => {
    assertProperty(
      fc.property(compared, (selection) => {
        const page = pageFor(selection);
        const { rows, asked } = page.view(id).breakdown("region");
        const svg = draw(page, `breakdown ${id} region`, 600);
        const expected = rows.flatMap(({ member, now, change }) => {
          const kept = { ...asked.against.filters, region: [member] };
          const before = valueIn(page, page.view(id).metric, asked.against.period, kept);
          return change === null || now.value === null || before === null ? [] : [before / now.value];
        });
        const drawn = svg ? ticksOf(svg) : [];
        expect(drawn).toHaveLength(expected.length);
        for (const [i, tick] of drawn.entries())
          expect(Math.abs(tick - (expected[i] ?? 0))).toBeLessThan(0.06 * Math.max(1, expected[i] ?? 0));
      }),
      RUNS,
    );
  });

  test("set no amount of one period against that of a longer one, and say why", () => {
    const figure = figureFor(pageFor({ against: { period: parsePeriod("2025"), filters: {} } }), "breakdown orders region");
    expect(figure?.draw({ id: "drawing" }).querySelectorAll(".previous").length).toBe(0);
    expect(figure?.notes.join()).toContain("differ in length");
  });

  test("say the cases of both sides", () => {
    const figure = figureFor(pageFor({ against: { period: "year-ago", filters: {} } }), "breakdown orders region");
    expect(figure?.n).toMatch(/^n = 100 \(.*\); 2025 Q3: n = 60$/);
  });
});
