import { type Table, tableFromArrays } from "@uwdata/flechette";
import { firstDay, type Month, parseMonth } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import type { Metric, MetricDefinition } from "../../src/cube/metric.ts";
import type { FactInfo, Manifest, Pooling } from "../../src/data/manifest.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";

/** A cell as a test writes it: its month as `2026-09`. */
export type TinyCell = Omit<Cell, "month"> & { month: string };

export interface TinyFact
  extends Partial<
    Pick<
      FactInfo,
      "over" | "isQuarterly" | "time" | "dimensions" | "pooling" | "coded" | "from" | "until" | "unknown" | "provisional" | "isOfFinished"
    >
  > {
  cells: readonly TinyCell[];
  /** By column: rows of month, members, `value` in steps, and `cases`. */
  counts?: Record<string, readonly TinyCell[]>;
  /** Months that it reaches; by default those of its cells. */
  reach?: readonly [string, string];
}

/** Departments within sides, as the groups of the survey are pooled. */
export const SURVEY_POOLING: Pooling = { set: "survey", group: "department", area: "side" };

/** What the sample's site.yaml says of small groups. */
export const MINIMUMS = {
  minimum_group: 5,
  minimum_ratings: 5,
  minimum_lost_deals: 3,
  minimum_role_holders: 2,
} satisfies Partial<SiteConfig>;

/** Nothing to say of the survey, nor of promises. */
export const NO_REMARKS: Pick<Manifest, "survey" | "promises" | "asFrozen"> = {
  survey: { heldBack: [], overAnswered: [] },
  promises: { compared: 0, different: 0 },
  asFrozen: [],
};

const named = { zh: "名", en: "name" };

/** Cells as a cube holds them; what a cell lacks is missing. */
export function tableOf(cells: readonly Cell[]): Table {
  const names = [...new Set(cells.flatMap((cell) => Object.keys(cell)))];
  return tableFromArrays(Object.fromEntries(names.map((name) => [name, cells.map((cell) => cell[name] ?? null)])));
}

const dated = (cells: readonly TinyCell[]) => tableOf(cells.map(({ month, ...rest }) => ({ ...rest, month: parseMonth(month) })));

function infoOf(
  id: string,
  asOf: string,
  {
    over = "flow",
    isQuarterly = false,
    time = "day",
    dimensions = [],
    pooling = null,
    coded = [],
    from,
    until = asOf,
    unknown = [],
    provisional = [],
    isOfFinished = false,
    cells,
    counts = {},
    reach,
  }: TinyFact,
): FactInfo {
  const months = (reach ?? cells.map(({ month }) => month)).map(parseMonth);
  const [first, last] = months.length === 0 ? [0, -1] : [Math.min(...months), Math.max(...months)];
  const shape = {
    id,
    over,
    isQuarterly,
    dimensions: [...dimensions],
    pooling,
    coded: [...coded],
    counted: Object.keys(counts),
    first,
    last,
    from: from ?? firstDay(first),
    until,
    unknown,
    provisional,
    isOfFinished,
    rows: cells.length,
  };
  return { ...shape, grain: named, time, tables: [], sql: "" };
}

const monthsOf = (facts: Record<string, TinyFact>): Month[] => {
  const months = Object.values(facts).flatMap(({ cells }) => cells.map(({ month }) => parseMonth(month)));
  return [...new Set(months)].sort((a, b) => a - b);
};

/** Cubes of cells written by hand. */
export function tinyCubes(facts: Record<string, TinyFact>, asOf = "2026-12-31"): Cubes {
  const infos = new Map(Object.entries(facts).map(([id, fact]) => [id, infoOf(id, asOf, fact)]));
  const manifest: Manifest = {
    asOf,
    until: asOf,
    months: monthsOf(facts),
    ...{ from: "2000-01-01", provisionalYears: [], springFestivals: [], valueless: [] },
    facts: [...infos.values()],
    absent: [],
    dimensions: [],
    ...NO_REMARKS,
    files: {},
  };
  return {
    manifest,
    fact: (id) => infos.get(id),
    cells: (id) => dated(facts[id]?.cells ?? []),
    counts: (id, column) => dated(facts[id]?.counts?.[column] ?? []),
  };
}

/** A metric of a fact named `things`, with what a test does not care for filled in. */
export const tinyMetric = (given: Partial<MetricDefinition> & Pick<MetricDefinition, "value">): Metric => ({
  id: "tiny",
  topic: "cost",
  rank: 1,
  label: named,
  cases: named,
  unit: "count",
  better: "lower",
  fact: "things",
  dimensions: ["region"],
  ...given,
});
