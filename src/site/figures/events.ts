import { type Period, parseMonth } from "../../core/periods.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Page } from "../page.ts";
import { alone, type Column } from "./rows.ts";

/** What happened on a day. */
interface Happening {
  /** ISO date. */
  date: string;
  label: string;
}

/** Name of a department; its id where no fact has departments. */
function ownerName(page: Page, id: string): string {
  const isKnown = page.site.cubes.manifest.dimensions.some((dimension) => dimension.id === "department");
  return isKnown ? page.member("department", id) : id;
}

/** What happened, and what was decided, that bears on a metric: its own and what concerns all. */
export function eventsOf(page: Page, metric: Metric): { annotations: Happening[]; decisions: Happening[] } {
  const { annotations, decisions } = page.site.reference;
  const concerns = (event: { metric: string | null }) => (event.metric ?? metric.id) === metric.id;
  return {
    annotations: annotations.filter(concerns).map(({ on, label }) => ({ date: on, label: page.say(label) })),
    decisions: decisions.filter(concerns).map(({ on, department, label }) => ({
      date: on,
      label: department ? page.noted(page.say(label), ownerName(page, department)) : page.say(label),
    })),
  };
}

/** The same within a period, in words with their days, oldest first. */
function happenedIn(page: Page, metric: Metric, { start, end }: Period): string[] {
  const { annotations, decisions } = eventsOf(page, metric);
  const decided = decisions.map((event) => ({ ...event, label: page.titled(page.words.selection.decision, event.label) }));
  return [...annotations, ...decided]
    .filter(({ date }) => parseMonth(date) >= start && parseMonth(date) <= end)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, label }) => `${page.dayName(date)} ${label}`);
}

/** What happened in each of some periods, as a column; none where nothing happened in any. */
export function eventsColumn<Row extends { period: Period }>(page: Page, metric: Metric, rows: readonly Row[]): Column<Row>[] {
  const wordsOf = ({ period }: Row) => page.joined(...happenedIn(page, metric, period));
  return rows.some((row) => wordsOf(row) !== "") ? [{ head: page.words.selection.events, cell: wordsOf, tip: alone }] : [];
}
