import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { totalsDirectly } from "../../../scripts/cubes/direct.ts";
import type { Built } from "../../../scripts/pipeline.ts";
import { loadMetrics } from "../../../scripts/tools/registry.ts";
import { type Period, parsePeriod } from "../../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Filters } from "../../../src/core/selection.ts";
import { printSelection } from "../../../src/core/selection-query.ts";
import { isAvailable } from "../../../src/cube/evaluate.ts";
import type { Metric } from "../../../src/cube/metric.ts";
import { vocabularyOf } from "../../../src/site/ask/vocabulary.ts";
import { buildSample, openBuilt } from "../../pipeline/sample.ts";
import { expectNotExported } from "../../sample/not-exported.ts";
import { answers, type ShownCell, tableOf } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";

/** Those that break down. */
const METRICS = (await loadMetrics()).filter(({ dimensions }) => dimensions.length > 0);
const TOPICS = [...new Set(METRICS.map(({ topic }) => topic))];
/** Of months that stay as they were frozen, the facts of today say something else: none of them is among these. */
const PERIODS = ["2024", "2025Q2", "2026-04", "2025-09..2026-02", "2026Q3"].map((id) => parsePeriod(id));

let sample: Built;
beforeAll(async () => {
  sample = await buildSample();
});
afterAll(() => sample.engine.close());

/** A period, some members of one dimension, and another dimension to break down by. */
interface Asked {
  period: Period;
  filters: Filters;
  by: string;
}

const membersOf = (dimension: string): string[] =>
  sample.manifest.dimensions.find((info) => info.id === dimension)?.members.map((each) => each.id) ?? [];

/** The same random question of a metric in every run. */
function askOf({ id, dimensions }: Metric): Asked {
  const asked = fc
    .record({ period: fc.constantFrom(...PERIODS), order: fc.shuffledSubarray([...dimensions], { minLength: dimensions.length }) })
    .chain(({ period, order: [by = "", other] }) => {
      const kept = other ? fc.subarray(membersOf(other), { minLength: 1, maxLength: 3 }) : fc.constant([]);
      return kept.map((chosen): Asked => ({ period, by, filters: other ? { [other]: chosen } : {} }));
    });
  const seed = [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_000;
  return fc.sample(asked, { seed, numRuns: 1 })[0] as Asked;
}

/** Value and n of every member by SQL straight from the facts; null where it has none. */
async function directly(metric: Metric, { period, filters, by }: Asked, members: readonly string[]) {
  const infos = new Map(sample.manifest.facts.map((info) => [info.id, info]));
  const questions = members.map((member) => ({ period, filters: { ...filters, [by]: [member] } }));
  const totals = (await totalsDirectly(sample.engine, infos, [metric], questions)).get(metric) ?? [];
  return totals.map((each) => (each ? [metric.value.finish(each), metric.value.cases(each)] : [null, 0]));
}

const rawOf = (cell: ShownCell | undefined) => cell?.raw ?? cell?.text ?? "";
const numberOf = (cell: ShownCell | undefined) => (cell?.raw == null ? null : Number(cell.raw));
const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toPrecision(7)));

/** n of a row; that of a number of cases is the number itself, and is not shown again. */
const casesOf = ([, value, , , n]: readonly ShownCell[]) => numberOf(n) ?? numberOf(value) ?? 0;

/** What a figure shows of each member: value and n; nothing of those whose group is hidden. */
function shownIn(rows: readonly ShownCell[][]): Map<string, [number | null, number]> {
  const shown = rows.filter(([, value]) => value?.text !== "已隐藏");
  return new Map(shown.map((cells) => [rawOf(cells[0]), [numberOf(cells[1]), casesOf(cells)]]));
}

describe("the numbers of a figure redrawn for a selection are those that SQL gives straight from the facts", () => {
  let compared = 0;

  /** Compares what the page of a metric shows of its question, member by member. */
  async function compare(page: Page, id: string): Promise<void> {
    // with the dimensions that the sample states
    const metric = sample.metrics.find((each) => each.id === id) as Metric;
    if (!isAvailable(openBuilt(sample), metric)) return expectNotExported(metric);
    const asked = askOf(metric);
    const vocabulary = vocabularyOf({ cubes: openBuilt(sample), config: { fiscal_year_starts: 1 } }, [metric]);
    const query = printSelection({ ...DEFAULT_SELECTION, period: asked.period, filters: asked.filters }, vocabulary);
    await page.goto(siteAddress(`metrics/${id}/?${query}`));
    const rows = await tableOf(await answers(page), `${id}-by-${asked.by.replaceAll("_", "-")}`);
    const hidden = rows.filter(([, value]) => value?.text === "已隐藏").map(([member]) => rawOf(member));
    const members = membersOf(asked.by).filter((member) => !hidden.includes(member));
    const direct = await directly(metric, asked, members);
    const shown = shownIn(rows);
    for (const [i, member] of members.entries()) {
      const [value = null, n = 0] = direct[i] ?? [];
      // who has no cases need not be shown
      expect([id, member, ...(shown.get(member) ?? [rounded(value), 0])]).toEqual([id, member, rounded(value), n]);
    }
    compared += shown.size;
  }

  // a browser keeps the code of the site from one page to the next
  test.for(TOPICS)("%s", async (topic, { open }) => {
    const page = await open("icon.svg");
    for (const metric of METRICS) if (metric.topic === topic) await compare(page, metric.id);
  });

  test("and most selections have values to compare", () => {
    expect(compared).toBeGreaterThan(METRICS.length);
  });
});
