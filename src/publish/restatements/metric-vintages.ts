import type { Metric } from "../../cube/metric.ts";
import type { FrozenListing } from "../../data/frozen.ts";
import type { Restatements } from "../../data/restatements.ts";
import type { Page } from "../../site/ask/page.ts";
import { valueCell } from "../../site/say/cells.ts";
import { numeral, type TableData } from "../../site/say/table.ts";
import { pageOfSnapshot, type RestatedFigure } from "./restated-figures.ts";
import { whyText } from "./why.ts";

/** A metric as it was published of a period, version by version, and as it is now; null where it is missing or hidden. */
export interface PeriodVintages {
  period: FrozenListing["period"];
  /** Of the versions in their order. */
  published: (number | null)[];
  now: number | null;
}

/** The periods that were frozen, from early to late, with what was published of a metric. */
export function vintagesOf(page: Page, { id }: Metric, { vintages }: Restatements, snapshots: readonly FrozenListing[]): PeriodVintages[] {
  const valueIn = ({ name }: FrozenListing) =>
    vintages.find((each) => each.name === name)?.totals.find(({ metric }) => metric === id)?.value ?? null;
  const byPeriod = Map.groupBy(snapshots, ({ name }) => name.split("/")[0]);
  return [...byPeriod.values()]
    .flatMap((versions) => {
      const [first] = versions;
      if (!first) return [];
      const now = pageOfSnapshot(page, first).view(id).standing?.point.value ?? null;
      return [{ period: first.period, published: versions.map(valueIn), now }];
    })
    .sort((a, b) => a.period.start - b.period.start);
}

/** The revision triangle: periods down, versions across, today last. */
export function triangleTable(page: Page, { unit }: Metric, vintages: readonly PeriodVintages[]): TableData {
  const { restatements: words } = page.words;
  const most = Math.max(...vintages.map(({ published }) => published.length));
  const versions = Array.from({ length: most }, (_, i) => i);
  return {
    caption: words.vintages,
    head: [words.period, ...versions.map((i) => numeral(words.version(page.count(i + 1)))), numeral(words.today)],
    rows: vintages.map(({ period, published, now }) => [
      page.periodName(period),
      ...versions.map((i) => (i < published.length ? valueCell(page, published[i] ?? null, unit) : numeral(""))),
      valueCell(page, now, unit),
    ]),
  };
}

/** Fewer periods do not show how much first figures move. */
const ENOUGH = 4;

/** How far first figures have been from today's in the mean, either way, in the metric's unit; null with too few periods. */
export function usualRevision(vintages: readonly PeriodVintages[]): { mean: number; periods: number } | null {
  const moved = vintages.flatMap(({ published: [first], now }) =>
    first === undefined || first === null || now === null ? [] : [Math.abs(now - first)],
  );
  return moved.length < ENOUGH ? null : { mean: moved.reduce((sum, each) => sum + each, 0) / moved.length, periods: moved.length };
}

/** "2026 Q2 was reported as 68.3%, now 71.0%: 27 late records" */
export function restatedSentence(page: Page, figure: RestatedFigure, { vintages }: Restatements): string {
  const { of, frozen, now, snapshot } = figure;
  const vintage = vintages.find(({ name }) => name === snapshot.name);
  const why = vintage ? whyText(page, figure, vintage) : "";
  const values = [page.value(frozen.value, of.unit), page.value(now.value, of.unit)] as const;
  return page.words.restatements.sentence(page.periodName(snapshot.period), values, why);
}
