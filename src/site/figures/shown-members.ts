import { MOST_NAMED, type Parted, partLargest } from "../../analysis/largest.ts";
import type { Judged } from "../../analysis/trial.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Breakdown, ComparedRow } from "../ask/breakdown.ts";
import type { Page } from "../ask/page.ts";

/** A member as a drawing shows it, or all those that it does not name. */
export interface ShownMember extends Omit<ComparedRow, "member"> {
  name: string;
  /** Null for the others, which no reader can choose at once. */
  member: string | null;
  /** Undefined where none is chosen. */
  isSelected: boolean | undefined;
  /** Null for the others, and for what cannot be judged. */
  verdict: Judged | null;
}

/** Which members of a dimension are kept: undefined when all are. */
export const isKept = (page: Page, dimension: string, member: string): boolean | undefined =>
  page.slice.filters[dimension]?.includes(member);

/** How much of the whole a result is: what it adds to a sum, or the cases of a rate. */
export const sizeIn = ({ value: { isSum } }: Metric, { value, n }: Pick<Result, "value" | "n">): number =>
  isSum ? Math.abs(value ?? 0) : n;

/** The rows of a breakdown that a drawing names: the largest, and what the reader chose. */
const partedRows = (page: Page, metric: Metric, dimension: string, rows: readonly ComparedRow[]): Parted<ComparedRow> =>
  partLargest(rows, { sizeOf: ({ now }) => sizeIn(metric, now), isChosen: ({ member }) => isKept(page, dimension, member) === true });

/** A member of a breakdown with its name, its verdict, and whether the reader chose it. */
export const shownMember = (page: Page, dimension: string, row: ComparedRow, verdicts: Breakdown["verdicts"]): ShownMember => ({
  ...row,
  name: page.member(dimension, row.member),
  isSelected: isKept(page, dimension, row.member),
  verdict: verdicts().get(row.member) ?? null,
});

/** The members of a breakdown in their order; where there are many, the largest, and the others as one. */
export function shownMembers(page: Page, metric: Metric, dimension: string, { rows, union, verdicts }: Breakdown): ShownMember[] {
  const { named, others } = partedRows(page, metric, dimension, rows);
  const shown = named.map((row) => shownMember(page, dimension, row, verdicts));
  const members = others.map(({ member }) => member);
  const rest = members.length > 0 ? union(members) : null;
  return rest ? [...shown, { ...rest, ...othersOf(page, dimension, members), verdict: null }] : shown;
}

/** Name of the members that are not named, and whether any of them is chosen. */
export const othersOf = (page: Page, dimension: string, others: readonly string[]) => ({
  member: null,
  name: page.words.others.name(page.count(others.length)),
  isSelected: page.slice.filters[dimension] && others.some((member) => isKept(page, dimension, member)),
});

/** What the size of a member counts in the words of a note: the cases of a rate; null for what adds up, which is its value. */
export const casesOfSize = (page: Page, { value, cases }: Metric): string | null => (value.isSum ? null : page.say(cases));

/** Says that a drawing names the largest only, by value or by these cases; nothing where it names all `count` members. */
export const namedNote = (page: Page, count: number, cases: string | null): string[] =>
  count > MOST_NAMED + 1 ? [page.words.others.note(page.count(MOST_NAMED), page.count(count), cases)] : [];
