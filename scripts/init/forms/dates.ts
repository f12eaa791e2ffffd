import { wallClock } from "../../read/company-clock.ts";
import { type DateForm, dateForm, firstOf, yearFirstDay, yearFirstTime } from "../../read/date-forms.ts";
import { swappedForm } from "../../read/swapped-form.ts";
import { USUAL_FORMS } from "../../read/usual-forms.ts";
import { type ColumnProfile, someOf } from "../column-profile.ts";

// the zone does not matter for whether a text is of a form
const clock = wallClock("UTC");

/** The forms that are tried, each with how it reads a text; those in which the day and the month may be taken for each other by pairs. */
const FORMS: ReadonlyMap<string, DateForm> = new Map(USUAL_FORMS.map((form) => [form, dateForm(form, clock)]));

/** Numbers that may be days: only where a header says so. */
const COUNTED: ReadonlyMap<string, DateForm> = new Map(["excel", "epoch"].map((form) => [form, dateForm(form, clock)]));

/** Days that exports of a company may hold, as milliseconds. */
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2060, 0, 1)];

const USUAL = { date: firstOf([yearFirstDay(clock), yearFirstTime(clock)]), timestamp: yearFirstTime(clock) };

/** How the days or times of a column are written. */
export interface DatesFound {
  /** Of 1, how many of its values are read. */
  share: number;
  /** For `sources.yaml`; empty where all are written year first. */
  forms: string[];
  /** The other reading, where the day and the month may be taken for each other. */
  orElse: string[] | null;
}

/** Finds the forms of a column's values as a contract takes a day or a time. `isDayFirst` is what other columns of the file have decided. */
export function findDates(column: ColumnProfile, kind: "date" | "timestamp", isDayFirst: boolean | null): DatesFound {
  const texts = someOf(column);
  const isRead = (read: DateForm) => (text: string) => isLikely(read(text));
  if (texts.length === 0) return { share: 0, forms: [], orElse: null };
  if (texts.every(isRead(USUAL[kind]))) return { share: 1, forms: [], orElse: null };
  let rest = texts;
  const forms: string[] = [];
  while (rest.length > 0) {
    const best = bestOf(rest, column.values, isDayFirst);
    if (best === null) break;
    forms.push(best);
    rest = rest.filter((text) => !isLikely(FORMS.get(best)?.(text) ?? COUNTED.get(best)?.(text) ?? null));
  }
  const others = forms.map(swappedForm);
  const isOpen = isDayFirst === null && others.some((other) => other !== null) && sense(column) === null;
  return {
    share: 1 - rest.length / texts.length,
    forms,
    orElse: isOpen ? others.map((other, at) => other ?? (forms[at] as string)) : null,
  };
}

const isLikely = (moment: number | null) => moment !== null && moment >= EARLIEST && moment < LATEST;

/** The form that reads the most texts; null when none reads any. */
function bestOf(texts: readonly string[], values: ColumnProfile["values"], isDayFirst: boolean | null): string | null {
  const few = texts.slice(0, 200);
  const candidates = [...FORMS, ...COUNTED].filter(([, read]) => few.some((text) => isLikely(read(text))));
  const scored = candidates.map(([form, read]) => ({ form, count: texts.filter((text) => isLikely(read(text))).length }));
  const most = Math.max(0, ...scored.map(({ count }) => count));
  const best = scored.filter(({ count }) => count === most && most > 0).map(({ form }) => form);
  const dayFirst = isDayFirst ?? sense({ values }) ?? true;
  return best.find((form) => form.startsWith(dayFirst ? "D" : "M")) ?? best[0] ?? null;
}

/** Whether the day comes first in a column of numbered days: where one reading fails, or gives days that are far less in order; null where nothing decides. */
function sense({ values }: Pick<ColumnProfile, "values">): boolean | null {
  const texts = someOf({ values });
  if (texts.filter((text) => NUMBERED_DAY.test(text)).length < texts.length / 2) return null;
  const pairs = [...FORMS.keys()].filter((form) => /^D[/.-]M/.test(form));
  for (const form of pairs) {
    const [day, month] = [form, swappedForm(form) as string].map((each) => texts.map((text) => FORMS.get(each)?.(text) ?? null));
    const [days, months] = [day, month].map((moments) => (moments ?? []).filter(isLikely).length) as [number, number];
    if (days === 0 && months === 0) continue;
    if (days !== months) return days > months;
    return moreInOrder(day ?? [], month ?? []);
  }
  return null;
}

/** What the columns of a file decide: whether the day comes before the month; null where none does, or they differ. */
export function dayFirstOf(columns: readonly ColumnProfile[]): boolean | null {
  const [decided = null, ...others] = new Set(columns.map(sense).filter((each) => each !== null));
  return others.length > 0 ? null : decided;
}

const NUMBERED_DAY = /^\d{1,2}[/.-]\d{1,2}[/.-]\d/;

const IN_ORDER = 0.9;

/** Whether the first of two readings gives days in order, and the second does not, or the other way round. */
function moreInOrder(one: readonly (number | null)[], other: readonly (number | null)[]): boolean | null {
  const [a, b] = [inOrder(one), inOrder(other)];
  if (a >= IN_ORDER && b < IN_ORDER) return true;
  return b >= IN_ORDER && a < IN_ORDER ? false : null;
}

/** Of 1, how many steps from one moment to the next lead into the more frequent direction. */
function inOrder(moments: readonly (number | null)[]): number {
  const known = moments.filter((moment) => moment !== null);
  const steps = known.slice(1).map((moment, at) => Math.sign(moment - (known[at] as number)));
  const ups = steps.filter((step) => step >= 0).length;
  const downs = steps.filter((step) => step <= 0).length;
  return steps.length < 5 ? 0 : Math.max(ups, downs) / steps.length;
}
