import { type Period, parseMonth, periodOf } from "../../core/periods.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Page } from "../ask/page.ts";
import { alone, type Column } from "./rows.ts";

/** What happened on a day, or was decided. */
interface Happening {
  /** ISO date. */
  date: string;
  label: string;
  isDecision: boolean;
}

/** Something of a figure that is about a period. */
interface Timed {
  period: Period;
}

/** Name of a department; its id where no fact has departments. */
function ownerName(page: Page, id: string): string {
  const isKnown = page.site.cubes.manifest.dimensions.some((dimension) => dimension.id === "department");
  return isKnown ? page.member("department", id) : id;
}

/** What happened, and what was decided, from the first to the last of some periods, oldest first, that bears on a metric: its own and what concerns all. */
export function eventsOf(page: Page, metric: Metric, periods: readonly Timed[]): Happening[] {
  const { annotations, decisions } = page.site.reference;
  const [first, last] = [periods[0]?.period.start ?? 0, periods.at(-1)?.period.end ?? -1];
  const concerns = (event: { metric: string | null }) => (event.metric ?? metric.id) === metric.id;
  const isShown = ({ date }: Happening) => parseMonth(date) >= first && parseMonth(date) <= last;
  const happened = annotations.filter(concerns).map(({ on, label }) => ({ date: on, label: page.say(label), isDecision: false }));
  const decided = decisions.filter(concerns).map(({ on, department, label }) => ({
    date: on,
    label: department ? page.noted(page.say(label), ownerName(page, department)) : page.say(label),
    isDecision: true,
  }));
  return [...happened, ...decided].filter(isShown).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const nameOf = (page: Page, { label, isDecision }: Happening): string =>
  isDecision ? page.titled(page.words.selection.decision, label) : label;

/** Numbers that faces have in a circle; those beyond stand in brackets. */
const CIRCLED = 20;
const BEFORE_ONE = 0x245f;
const circled = (number: number): string => (number <= CIRCLED ? String.fromCodePoint(BEFORE_ONE + number) : `(${number})`);

/** What the numbers of a drawing stand for, in one line: "① Apr 2025 Shared platform introduced · ② …"; none without events. */
export function eventsNote(page: Page, events: readonly Happening[]): string[] {
  const said = events.map(
    (event, index) => `${circled(index + 1)} ${page.periodName(periodOf(parseMonth(event.date), "month"))} ${nameOf(page, event)}`,
  );
  return said.length > 0 ? [said.join(" · ")] : [];
}

/** What happened in each of some periods, in words with their days, as a column; none where nothing happened in any. */
export function eventsColumn<Row extends Timed>(page: Page, metric: Metric, rows: readonly Row[]): Column<Row>[] {
  const wordsOf = (row: Row) =>
    page.joined(...eventsOf(page, metric, [row]).map((event) => `${page.dayName(event.date)} ${nameOf(page, event)}`));
  return rows.some((row) => wordsOf(row) !== "") ? [{ head: page.words.selection.events, cell: wordsOf, tip: alone }] : [];
}
