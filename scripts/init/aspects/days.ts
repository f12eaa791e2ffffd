import { DAY, dayColumnsIn, dayPatterns, HOURS } from "../day-columns.ts";
import type { Aspect } from "../draft.ts";
import { doubt } from "../remark.ts";
import { nameInSql } from "../sql-text.ts";
import { dateInSql, WEEKDAY, WORKDAY, weekIn } from "../week-columns.ts";

/** Turns a column for each day, be it a date or a day of the week, into a record for each cell. */
export const daysAspect: Aspect = ({ columns, settings, form, select, remarks }, { knowledge }) => {
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
