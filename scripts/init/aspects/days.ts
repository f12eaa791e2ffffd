import { DAY, dayColumnsIn, dayPatterns, HOURS } from "../day-columns.ts";
import type { Aspect } from "../draft.ts";

/** Turns a column for each day into a record for each cell. */
export const daysAspect: Aspect = ({ columns, settings, form }) => {
  const days = dayColumnsIn(form.whole).map(({ header }) => header);
  if (days.length === 0 || ![...columns.values()].some(({ header }) => header === HOURS)) return;
  const others = form.whole.columns.map(({ header }) => header).filter((header) => !days.includes(header));
  settings.unpivot = { columns: dayPatterns(days, others), name: DAY, value: HOURS };
};
