import type { Metric } from "../cube/metric.ts";
import type { Page } from "../site/ask/page.ts";
import type { TableData } from "../site/say/table.ts";
import { idOfWait, nameOfWait, type Wait, waitsOf } from "../site/say/waiting.ts";

/** A lead metric is worth as many others. */
const LEAD = 3;

const worthOf = (metrics: readonly Metric[]): number => metrics.reduce((sum, { isLead }) => sum + (isLead ? LEAD : 1), 0);

/** What a company's data would have to give for more to be seen, the most valuable first, and the metrics that wait for it; last those that wait for time alone. */
export function waitingTable(page: Page, waiting: readonly Metric[]): TableData {
  const { more } = page.words;
  const found = waiting.map((metric) => ({ metric, waits: waitsOf(page.site, metric) }));
  const waits = new Map(found.flatMap(({ waits }) => waits.map((wait): [string, Wait] => [idOfWait(wait), wait])));
  const rows = [...waits].map(([id, wait]) => ({
    name: nameOfWait(page, wait),
    metrics: found.filter((each) => each.waits.some((other) => idOfWait(other) === id)).map(({ metric }) => metric),
  }));
  const impatient = found.filter((each) => each.waits.length === 0).map(({ metric }) => metric);
  const all = [
    ...rows.sort((a, b) => worthOf(b.metrics) - worthOf(a.metrics)),
    ...(impatient.length > 0 ? [{ name: more.time, metrics: impatient }] : []),
  ];
  return {
    caption: more.title,
    head: [more.needed, more.metrics],
    rows: all.map(({ name, metrics }) => [name, page.listed(metrics.map(({ label }) => page.say(label)))]),
  };
}
