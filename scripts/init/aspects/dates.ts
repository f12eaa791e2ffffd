import type { Column } from "../../../src/core/columns.ts";
import { quarterText } from "../../read/period-forms.ts";
import { type ColumnProfile, someOf } from "../column-profile.ts";
import type { Aspect } from "../draft.ts";
import { type DatesFound, dayFirstOf, findDates } from "../forms/dates.ts";
import { doubt } from "../remark.ts";

/** How days and times are written, where it is not year first; whether the day or the month comes first is asked where nothing decides it. */
export const datesAspect: Aspect = async ({ table, sheet, columns, settings, remarks, known }, { asker }) => {
  let isDayFirst = dayFirstOf(sheet.columns);
  const dates: Record<string, string[]> = {};
  for (const [name, { profile }] of columns) {
    const kind = kindOf(table.columns[name], profile);
    if (kind === null) continue;
    const found = withKnown(findDates(profile, kind, isDayFirst), known?.export.dates[name]);
    if (found.orElse) {
      const orders = [found.forms, found.orElse];
      const chosen = await asker.choose(question(profile), [answer(orders[0]), answer(orders[1])]);
      isDayFirst = chosen.some((form) => form.startsWith("D"));
      dates[name] = chosen;
      const other = orders.find((forms) => forms !== chosen)?.join("; ") ?? "";
      if (!asker.isThere)
        remarks.push(
          doubt(["dates", name], `日与月的先后无从判断，也可能是 ${other}`, `day or month first cannot be decided; it may be ${other}`),
        );
    } else if (found.forms.length > 0) dates[name] = found.forms;
  }
  if (Object.keys(dates).length > 0) settings.dates = inOrderOf(Object.keys(table.columns), dates);
};

/** As what a column is read: a quarter that is not written as one is read as a day. Null where it holds no days or times. */
function kindOf(column: Column | undefined, profile: ColumnProfile): "date" | "timestamp" | null {
  if (column?.kind === "quarter") return someOf(profile, 20).every((text) => column.check(quarterText(text)) === null) ? null : "date";
  return column?.kind === "date" || column?.kind === "timestamp" ? column.kind : null;
}

/** What is known of a system decides where values do not. */
function withKnown(found: DatesFound, known: readonly string[] | undefined): DatesFound {
  const isSaid = known?.some((form) => /^D+[/.-]M+[/.-]/.test(form)) !== known?.some((form) => /^M+[/.-]D+[/.-]/.test(form));
  if (!found.orElse || !known || !isSaid) return found;
  const isDayFirst = known.some((form) => form.startsWith("D"));
  const forms = found.forms.some((form) => form.startsWith("D")) === isDayFirst ? found.forms : found.orElse;
  return { ...found, forms, orElse: null };
}

const question = ({ header, values }: ColumnProfile) => {
  const some = [...values.keys()].slice(0, 3).join(", ");
  return { zh: `“${header}”里日和月哪个在前？例：${some}`, en: `Is the day or the month first in ${header}, such as ${some}?` };
};

const answer = (forms: string[] | undefined) => ({ value: forms ?? [], label: (forms ?? []).join("; ") });

const inOrderOf = (names: readonly string[], dates: Record<string, string[]>) =>
  Object.fromEntries(names.flatMap((name) => (dates[name] ? [[name, dates[name]]] : [])));
