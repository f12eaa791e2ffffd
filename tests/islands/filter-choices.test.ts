import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthOf, parseMonth, periodId } from "../../src/core/periods.ts";
import { COMPARED_PERIODS, RELATIVE_PERIODS } from "../../src/core/selection.ts";
import { placeDrawing } from "../../src/islands/filter-bar/brush-scale.ts";
import { comparisonPresets } from "../../src/islands/filter-bar/comparison-presets.ts";
import { filterDimensions, sortOut } from "../../src/islands/filter-bar/dimensions.ts";
import { countsOf } from "../../src/islands/filter-bar/members-panel.ts";
import { choiceOfValue, OFFERED_GRAINS, offeredPeriods, valueOfChoice } from "../../src/islands/filter-bar/period-panel.ts";
import { assertProperty } from "../core/property.ts";
import { vocabularies } from "../core/vocabularies.ts";
import { pageFor, SITE, scope } from "../site/tiny-site.ts";

const VOCABULARY = { fiscalStart: 1, first: monthOf(2024, 1), last: monthOf(2026, 10), dimensions: [] };

const REACH = { first: parseMonth("2024-01"), last: parseMonth("2024-05"), fiscalStart: 1, dimensions: [] };

describe("offeredPeriods", () => {
  test.each([
    ["month", ["2024-05", "2024-04", "2024-03", "2024-02", "2024-01"]],
    ["quarter", ["2024Q2", "2024Q1"]],
    ["year", ["2024"]],
  ] as const)("offers every %s that the data reach, newest first", (grain, ids) => {
    expect(offeredPeriods(REACH, grain).map((period) => periodId(period))).toEqual(ids);
  });

  test("offers what a control's value gives back", () => {
    assertProperty(
      fc.property(vocabularies, (vocabulary) => {
        const choices = [...COMPARED_PERIODS, ...RELATIVE_PERIODS, ...OFFERED_GRAINS.flatMap((grain) => offeredPeriods(vocabulary, grain))];
        expect(choices.map((choice) => choiceOfValue(valueOfChoice(choice, vocabulary), vocabulary))).toEqual(choices);
      }),
    );
  });
});

describe("placeDrawing", () => {
  const BOX = { width: 120, marginLeft: 10, marginRight: 10 };
  const FIRST = monthOf(2024, 1);

  test("lays the plot over the whole track where it spans all months", () => {
    expect(placeDrawing({ from: FIRST + 0.5, to: FIRST + 10.5 }, { first: FIRST, last: FIRST + 10 }, BOX)).toEqual({
      left: -0.1,
      width: 1.2,
    });
  });

  test("lays a plot of quarters between the middles of the first and the last", () => {
    const { left, width } = placeDrawing({ from: FIRST + 1.5, to: FIRST + 7.5 }, { first: FIRST, last: FIRST + 10 }, BOX);
    expect([left + width / 12, left + (width * 11) / 12]).toEqual([expect.closeTo(0.1), expect.closeTo(0.7)]);
  });
});

describe("comparisonPresets", () => {
  test("offer the whole company only beside a part of it", () => {
    expect(comparisonPresets(pageFor(), VOCABULARY).whole).toBeUndefined();
    expect(comparisonPresets(pageFor({ filters: { kind: ["a"] } }), VOCABULARY).whole).toEqual({ period: "last-quarter", filters: {} });
  });

  test("compare a year ago with the same filters", () => {
    const filters = { region: ["east"] };
    expect(comparisonPresets(pageFor({ filters }), VOCABULARY).yearAgo).toEqual({ period: "year-ago", filters });
  });

  test("offer no year ago that the data do not reach", () => {
    expect(comparisonPresets(pageFor(scope("2025Q3")), { ...VOCABULARY, first: monthOf(2024, 10) }).yearAgo).toBeUndefined();
  });
});

describe("filterDimensions", () => {
  test("are those of most metrics first, counted by the first metric that has them and has data", () => {
    const found = filterDimensions(SITE, SITE.metrics.toReversed());
    expect(found.map(({ dimension, metric }) => [dimension.id, metric.id])).toEqual([
      ["region", "score"],
      ["kind", "wait"],
    ]);
  });

  test.each([
    [2, 2, 0],
    [6, 6, 0],
    [7, 5, 2],
  ])("of %i, %i have a button and %i wait", (all, shown, rest) => {
    const sorted = sortOut(Array.from({ length: all }, (_, i) => i));
    expect([sorted.shown.length, sorted.rest.length]).toEqual([shown, rest]);
  });
});

describe("countsOf", () => {
  test("counts the members that the dimension's own filter leaves out too", () => {
    const page = pageFor({ ...scope("2026-09"), filters: { region: ["east"] } });
    expect([...countsOf(page, "orders", "region")]).toEqual([
      ["east", "51"],
      ["west", "9"],
    ]);
  });

  test("says hidden of a small group", () => {
    expect(countsOf(pageFor(), "score", "region").get("west")).toBe("hidden");
  });
});
