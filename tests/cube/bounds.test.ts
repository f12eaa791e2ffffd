import { describe, expect, test } from "vitest";
import type { Bound } from "../../src/core/bound.ts";
import { parsePeriod } from "../../src/core/periods.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { count, difference, mean, type Part, ratio } from "../../src/cube/parts.ts";
import { SURVEY_POOLING, tinyCubes, tinyMetric } from "./tiny.ts";

const cell = (region: string, favourable: number, doubts: { more?: number; less?: number } = {}) => ({
  ...{ month: "2026-03", region, is_hidden: false, pool: null, count: 20, count_score: 20, sum_score: 60 },
  ...{ count__is_favourable: favourable, count__is_favourable__more: doubts.more ?? 0, count__is_favourable__less: doubts.less ?? 0 },
});

const CUBES = tinyCubes({
  things: {
    cells: [cell("east", 18, { more: 1 }), cell("west", 2, { less: 1 }), cell("south", 9), cell("north", 18, { more: 1 })],
    coded: ["count__is_favourable"],
    pooling: SURVEY_POOLING,
    dimensions: ["region"],
  },
});

const SHARE = ratio(count({ where: "is_favourable" }), count());

const ask = (value: Part, region: string[]) =>
  evaluate(CUBES, tinyMetric({ value }), { periods: [parsePeriod("2026Q1")], filters: { region } })[0];

describe("a result says what it is of the true one", () => {
  test.each<[string, Part, string[], number, Bound]>([
    ["a share of a cell at its upper limit", SHARE, ["east"], 0.9, "at_least"],
    ["a share of one at its lower limit", SHARE, ["west"], 0.1, "at_most"],
    ["a share within its limits", SHARE, ["south"], 0.45, "exact"],
    ["a share of several, one of them at its limit", SHARE, ["east", "south"], 27 / 40, "at_least"],
    ["a share of two at the same limit", SHARE, ["east", "north"], 0.9, "at_least"],
    ["a share of two at opposite limits", SHARE, ["east", "west"], 0.5, "about"],
    ["what is left of a number at its upper limit", difference(count(), count({ where: "is_favourable" })), ["east"], 2, "at_most"],
    ["how often a limit goes into a number", ratio(count(), count({ where: "is_favourable" })), ["west"], 10, "at_least"],
    ["a mean of what has no limits", mean("score"), ["east"], 3, "exact"],
  ])("%s", (_, part, region, value, bound) => {
    expect(ask(part, region)).toMatchObject({ value, bound });
  });
});
