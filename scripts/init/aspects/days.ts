import { ANY } from "../../sources/month-of-days.ts";
import { readHours } from "../../stage/hours.ts";
import { DAY, dayColumnsIn, dayPatterns, HOURS } from "../day-columns.ts";
import { type Aspect, type Draft, setAside } from "../draft.ts";
import { numbersOf } from "../forms/numbers.ts";
import { dayNames, isOfMonth } from "../month-columns.ts";
import { doubt } from "../remark.ts";
import { nameInSql } from "../sql-text.ts";
import { dateInSql, WEEKDAY, WORKDAY, weekIn } from "../week-columns.ts";

/** Turns a column for each day, be it a date, a day of a month or of the week, into a record for each cell. */
export const daysAspect: Aspect = (draft, { knowledge }) => {
  const { columns, settings, form, sheet, select, remarks } = draft;
  const made = isOfMonth(sheet) ? dayNames(sheet.layout.header.names) : { name: DAY, value: HOURS };
  if (![...columns.values()].some(({ header }) => header === made.value)) return;
  const days = dayColumnsIn(form.whole).map(({ header }) => header);
  const week = weekIn(form.whole, knowledge.words);
  if (isOfMonth(sheet)) settings.unpivot = { days_of: ANY, ...made };
  else if (days.length > 0) {
    const others = form.whole.columns.map(({ header }) => header).filter((header) => !days.includes(header));
    settings.unpivot = { columns: dayPatterns(days, others), ...made };
  } else if (week?.date) {
    settings.unpivot = { columns: week.days.flatMap((day) => day?.header ?? []), name: WEEKDAY, value: HOURS };
    select.columns.push(`${dateInSql(week, week.date)} as ${nameInSql(WORKDAY)}`);
    const { column, isLast } = week.date;
    remarks.push(
      doubt(
        ["sql"],
        `日期由“${column.header}”（一周的${isLast ? "最后" : "第"}一天）和星期推得`,
        `dates are made of ${column.header}, the ${isLast ? "last" : "first"} day of a week, and the day of the week`,
      ),
    );
  }
  if (settings.unpivot) keepHours(draft, made.value);
};

/** Leaves cells out that hold a word in the place of hours, be it a day off or a sign for nothing: a record without hours would be rejected. */
function keepHours(draft: Draft, header: string): void {
  const [name, found] = [...draft.columns].find(([, each]) => each.header === header) ?? [];
  if (name === undefined || found === undefined) return;
  const { profile } = found;
  const read = numbersOf(draft.sheet.settings);
  const counts = [...profile.values, ...profile.blanks].filter(([value]) => readHours(value, read) === null && !/\d/.test(value));
  if (counts.length === 0) return;
  const words = counts.map(([word]) => word);
  setAside(draft, header, words);
  draft.columns.set(name, { ...found, profile: { ...profile, blanks: new Map() } });
  const listed = counts.map(([word, count]) => `${word} ${count}`);
  draft.remarks.push(
    doubt(["where", header], `这些不是工时（格数）：${listed.join("、")}`, `these are no hours, with their cells: ${listed.join(", ")}`),
  );
}
