import { parseHTML } from "linkedom";
import { formatMonth, parseMonth, parsePeriod } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Filters, type Scope, type Selection } from "../../src/core/selection.ts";
import type { Locale } from "../../src/core/text.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import type { Metric } from "../../src/cube/metric.ts";
import { count, mean } from "../../src/cube/parts.ts";
import { quantiles } from "../../src/cube/quantiles.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { type Page, pageOf } from "../../src/site/ask/page.ts";
import { topics } from "../../src/site/registry.ts";
import type { Site } from "../../src/site/site.ts";
import { MINIMUMS, SURVEY_POOLING, type TinyCell, tinyCubes, tinyMetric } from "../cube/tiny.ts";

const AS_OF = "2026-10-18";

/** From 2024-10; the last is unfinished. */
const MONTHS = Array.from({ length: 25 }, (_, i) => formatMonth(parseMonth("2024-10") + i));

const thing = (month: string, region: string, kind: string, n: number, days: number): TinyCell => ({
  ...{ month, region, kind, count: n, sum_days: n * days, count_days: n },
});

/**
 * East takes 3 days each, west 5; of a month east has 10 and 11 by turns and west 10 and 9, but 51 in September 2026;
 * south has two cases of a day in February 2026 only. So the second quarter of 2026 has 31 + 29, the third 72 + 28.
 */
const THINGS: TinyCell[] = MONTHS.flatMap((month, i) => {
  const isOdd = i % 2;
  return [
    thing(month, "east", "a", month === "2026-09" ? 47 : 6 + isOdd, 3),
    thing(month, "east", "b", 4, 3),
    thing(month, "west", "a", 5, 5),
    thing(month, "west", "b", 5 - isOdd, 5),
    ...(month === "2026-02" ? [thing(month, "south", "a", 2, 1)] : []),
  ];
});

/** How often each number of days occurs. */
const DAYS = THINGS.map(({ month, region, kind, count_days, sum_days }) => ({
  ...{ month, region: region ?? null, kind: kind ?? null, cases: count_days ?? 0, value: Number(sum_days) / Number(count_days) },
}));

/** A survey by quarter in which west is hidden in a pool with others. */
const SURVEY: TinyCell[] = ["2026-03", "2026-06", "2026-09"].flatMap((month) => [
  { month, region: "east", sum_score: 40, count_score: 10, is_hidden: false, pool: null },
  { month, region: "~pool", sum_score: 18, count_score: 6, is_hidden: false, pool: "~p" },
  { month, region: "west", sum_score: null, count_score: null, is_hidden: true, pool: "~p" },
]);

export const text = (zh: string, en: string) => ({ zh, en });
const member = (id: string, zh: string, en: string) => ({ id, label: text(zh, en) });

const DIMENSIONS = [
  {
    id: "region",
    label: text("区域", "Region"),
    members: [member("east", "东区", "East"), member("west", "西区", "West"), member("south", "南区", "South")],
  },
  { id: "kind", label: text("类型", "Kind"), members: [member("a", "甲", "A"), member("b", "乙", "B")] },
];

const named = (id: string, definition: Parameters<typeof tinyMetric>[0]): Metric => ({
  ...tinyMetric({ dimensions: ["region", "kind"], ...definition }),
  id,
});

const METRICS = [
  named("orders", {
    ...{ topic: "response", isLead: true, label: text("订单", "Orders"), cases: text("订单", "orders"), better: "higher" },
    value: count(),
  }),
  named("wait", {
    ...{ topic: "cost", isLead: true, label: text("等待", "Wait"), cases: text("订单", "orders"), unit: "days" },
    ...{ value: mean("days"), spread: quantiles("days", [0.5, 0.9], { step: 1 }) },
  }),
  named("score", {
    ...{ topic: "satisfaction", label: text("评分", "Score"), cases: text("回答", "answers"), unit: "score", better: "higher" },
    ...{ fact: "survey", dimensions: ["region"], finest: "quarter", value: mean("score") },
  }),
  named("absent", { topic: "market", label: text("退货", "Returns"), fact: "unbuilt", value: count() }),
];

function cubesOfSite(): Cubes {
  const dimensions = ["region", "kind"];
  const cubes = tinyCubes(
    {
      things: { cells: THINGS, counts: { days: DAYS }, dimensions },
      survey: { cells: SURVEY, time: "last_day", pooling: SURVEY_POOLING, dimensions: ["region"] },
    },
    AS_OF,
  );
  return { ...cubes, manifest: { ...cubes.manifest, dimensions: DIMENSIONS, absent: [{ id: "unbuilt", missing: ["returns"] }] } };
}

/** A site of four metrics: a sum, a mean with a spread, one with a hidden group, and one that waits for an export. */
export const SITE: Site = {
  config: { title: text("小", "Tiny"), company: text("小公司", "Tiny company"), fiscal_year_starts: 1, ...MINIMUMS },
  metrics: METRICS,
  topics,
  cubes: cubesOfSite(),
  reference: {
    targets: [
      { metric: "orders", period: "2026Q3", target: 90 },
      { metric: "orders", period: "2026", target: 400 },
      { metric: "wait", period: "2026", target: 3.5 },
    ],
    benchmarks: [],
    annotations: [{ on: "2026-08-05", metric: null, label: text("换系统", "New system") }],
    decisions: [{ on: "2026-09-10", metric: "wait", expected: null, department: null, label: text("加人", "More people") }],
    ...{ ratios: [], departments: [], duties: [], rules: [], goals: [], hiddenGoals: [], roles: {}, names: {} },
  },
  tables: { returns: { label: text("退货单", "Returns"), systems: [], columns: {} } },
};

/** A period by its name, and members by dimension. */
export const scope = (period: string, filters: Filters = {}): Scope => ({ period: parsePeriod(period), filters });

/** A page of the tiny site; what is left out of the selection is as by default. */
export const pageFor = (selection: Partial<Selection> = {}, locale: Locale = "en", site: Site = SITE): Page => {
  const { document } = parseHTML("<!doctype html><html></html>");
  return pageOf(site, {
    language: languageOf(locale),
    document: document as unknown as Document,
    selection: { ...DEFAULT_SELECTION, ...selection },
  });
};

/** East beside west in the third quarter of 2026. */
export const EAST_AND_WEST: Partial<Selection> = {
  ...scope("2026Q3", { region: ["east"] }),
  against: scope("2026Q3", { region: ["west"] }),
};
