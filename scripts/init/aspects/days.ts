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
  const made = dayNames(sheet.layout.header.names);
  if (isOfMonth(sheet) && columns.get("hours")?.header === made.value) {
    settings.unpivot = { days_of: ANY, ...made };
    keepHours(draft, made.value);
    return;
  }
  if (![...columns.values()].some(({ header }) => header === HOURS)) return;
  const days = dayColumnsIn(form.whole).map(({ header }) => header);
  const week = weekIn(form.whole, knowledge.words);
  if (days.length > 0) {
    const others = form.whole.columns.map(({ header }) => header).filter((header) => !days.includes(header));
    settings.unpivot = { columns: dayPatterns(days, others), name: DAY, value: HOURS };
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
};

/** Leaves cells out that hold a word in the place of hours, such as that of a day off. */
function keepHours(draft: Draft, header: string): void {
  const profile = draft.sheet.columns.find((column) => column.header === header);
  const read = numbersOf(draft.sheet.settings);
  const counts = [...(profile?.values ?? []), ...(profile?.blanks ?? [])].filter(
    ([value]) => readHours(value, read) === null && !/\d/.test(value),
  );
  if (counts.length === 0) return;
  setAside(
    draft,
    header,
    counts.map(([word]) => word),
  );
  const listed = counts.map(([word, count]) => `${word} ${count}`);
  draft.remarks.push(
    doubt(["where", header], `这些不是工时（格数）：${listed.join("、")}`, `these are no hours, with their cells: ${listed.join(", ")}`),
  );
}
