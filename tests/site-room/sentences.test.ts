import { describe, expect, test } from "vitest";
import type { Row } from "../../src/analysis/breakdown.ts";
import { formatMonth, parseMonth, parsePeriod } from "../../src/core/periods.ts";
import type { Scope, Selection } from "../../src/core/selection.ts";
import { breakdownSentence, judgement, metricSentence, standingWords, tally } from "../../src/site/sentences.ts";
import { tinyCubes } from "../cube/tiny.ts";
import { EAST_AND_WEST, pageFor, SITE, scope } from "./tiny-site.ts";

/** The unfinished quarter of a region. */
const relative = (region: string): Scope => ({ period: "this-quarter", filters: { region: [region] } });

/** About 10, then beyond it: the last value is less than the one before, but still beyond. */
const THREE_RISES = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 40, 30];

const sentence = (id: string, selection: Partial<Selection> = {}, locale: "zh" | "en" = "en") => {
  const page = pageFor(selection, locale);
  return metricSentence(page, page.view(id));
};

describe("metricSentence", () => {
  // orders 31 + 29, then 72 + 28; days 238 / 60 = 3.97, then 356 / 100 = 3.56
  test.each<[string, string, Partial<Selection>, string]>([
    ["a change", "orders", {}, "Orders rose: 100, 40 more than the quarter before, beyond ordinary variation."],
    [
      "a change within ordinary variation",
      "orders",
      scope("2026-07"),
      "Orders did not change: 20, the same as the month before, within ordinary variation.",
    ],
    ["a slice without rows of a mean", "wait", { filters: { region: ["south"] } }, "Wait: no data in this period."],
    ["a hidden group", "score", { filters: { region: ["west"] } }, "Score: hidden, since there are too few."],
    [
      "an unfinished period",
      "orders",
      { period: "this-quarter" },
      "Orders: 20 so far; the data of the period are not complete, and it is compared with nothing.",
    ],
    ["a first period", "orders", scope("2024Q4"), "Orders: 60, with no earlier period to compare."],
    [
      "too short a history",
      "score",
      {},
      "Score did not change: 3.63, the same as the quarter before, too short a history to judge the variation.",
    ],
  ])("tells %s", (_, id, selection, expected) => {
    expect(sentence(id, selection)).toBe(expected);
  });

  test.each<[string, Partial<Selection>, string, string]>([
    [
      "members whose difference is a signal",
      EAST_AND_WEST,
      "订单，东区：72，比西区多 44，超出正常波动。",
      "Orders, East: 72, 44 more than West, beyond ordinary variation.",
    ],
    [
      "members that differ as always",
      { ...scope("2026Q2", { region: ["east"] }), against: scope("2026Q2", { region: ["west"] }) },
      "订单，东区：31，比西区多 2，属正常波动。",
      "Orders, East: 31, 2 more than West, within ordinary variation.",
    ],
    [
      "two periods",
      { ...scope("2025Q3"), against: scope("2025Q2") },
      "订单，2025 Q3：60，与2025 Q2相同，属正常波动。",
      "Orders, 2025 Q3: 60, the same as 2025 Q2, within ordinary variation.",
    ],
    [
      "an unfinished period of two members, of which there is nothing yet to judge by",
      { ...relative("east"), against: relative("west") },
      "订单，东区：10，与西区相同，历史太短，尚不能判断是否超出波动。",
      "Orders, East: 10, the same as West, too short a history to judge the variation.",
    ],
  ])("compares %s", (_, selection, zh, en) => {
    expect([sentence("orders", selection, "zh"), sentence("orders", selection)]).toEqual([zh, en]);
  });

  test("has nothing to compare with a slice that is not over where the other is", () => {
    expect(sentence("orders", { ...scope("2026Q3"), against: relative("west") })).not.toContain("variation");
  });
});

describe("judgement", () => {
  const judged = (selection: Partial<Selection>, id = "orders") => {
    const page = pageFor(selection);
    const view = page.view(id);
    return view.standing && judgement(page, view, view.standing);
  };

  test("says where the level is beyond ordinary variation and the change goes the other way", () => {
    const values = THREE_RISES.map((n, i) => ({ month: formatMonth(parseMonth("2025-01") + i), region: "east", kind: "a", count: n }));
    const site = {
      ...SITE,
      cubes: { ...SITE.cubes, ...tinyCubes({ things: { cells: values } }, "2026-02-28"), manifest: SITE.cubes.manifest },
    };
    const page = pageFor(scope("2026-02"), "en", site);
    const view = page.view("orders");
    expect(view.standing && judgement(page, view, view.standing)).toBe("still at a better level than before");
  });

  test("does not say so of what the reader compares", () => {
    expect(judged(EAST_AND_WEST)).toBe("beyond ordinary variation");
  });
});

describe("breakdownSentence", () => {
  const result = (value: number | null, isHidden = false): Row["now"] => ({
    ...{ period: parsePeriod("2026Q3"), members: {}, value, n: 1, isHidden, bound: "exact", spread: [], fraction: null, remark: null },
  });
  const rowsOf = (east: Row["now"], west: Row["now"]): Row[] => [
    { member: "east", now: east, before: null },
    { member: "west", now: west, before: null },
  ];
  const told = (rows: readonly Row[]) => {
    const page = pageFor();
    return breakdownSentence(page, page.view("orders").metric, "region", rows);
  };

  test("names the only member that has a value", () => {
    expect(told(rowsOf(result(3), result(null)))).toContain("3");
  });

  test("does not call a member the only one beside a hidden one", () => {
    expect(told(rowsOf(result(3), result(null, true)))).toBeNull();
  });
});

describe("standingWords", () => {
  test("tell the change from a year ago and the target", () => {
    const page = pageFor();
    expect(standingWords(page, page.view("orders"))).toBe("From a year ago: +40; Target 90, target met");
  });

  test("tell no target of a sum over some members", () => {
    const page = pageFor({ filters: { region: ["east"] } });
    expect(standingWords(page, page.view("orders"))).toBe("From a year ago: +40; no target for this selection");
  });
});

describe("tally", () => {
  test("counts by level, and as unknown what is hidden, missing or too short", () => {
    const page = pageFor();
    expect(tally(page.views())).toEqual({ better: 2, worse: 0, steady: 0, unknown: 2 });
    expect(tally([page.view("score"), page.view("absent")])).toMatchObject({ unknown: 2 });
  });
});
