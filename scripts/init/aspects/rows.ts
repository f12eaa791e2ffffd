import { type Aspect, type Draft, setAside } from "../draft.ts";
import { meaningOf } from "../knowledge.ts";
import { plainHeader } from "../plain-header.ts";
import { doubt, finding } from "../remark.ts";
import type { OnlyRows } from "../sheet-profile.ts";

/** What becomes of rows of other kinds. */
function othersOf({ header, unused }: OnlyRows) {
  const at = ["where", header];
  if (unused.size === 0) return finding(at, "其余各类记录属于别的表", "records of other kinds belong to other tables");
  const listed = [...unused].map(([value, count]) => `${value} ${count}`);
  return doubt(
    at,
    `这几类记录没有用上(行数):${listed.join("、")};若也属于这张表,加在这里`,
    `these kinds are not used, with their rows: ${listed.join(", ")}; those that belong to this table as well are to be added here`,
  );
}

/** Which rows are records: no totals, no blank ones of a merged head, only those of the table's kind and those that count. */
export const rowsAspect: Aspect = (draft, { knowledge }) => {
  const { sheet, settings, remarks, table } = draft;
  if (sheet.totals.size > 0) settings.drop_rows = [...sheet.totals].map(([header, words]) => ({ [header]: [...words] }));
  if (sheet.fillDown.length > 0) settings.fill_down = sheet.fillDown;
  if (sheet.only) {
    settings.where = { [sheet.only.header]: [...sheet.only.words] };
    remarks.push(othersOf(sheet.only));
  }
  const states = statesOf(draft, knowledge.words.not_counted[table.id] ?? []);
  if (states) {
    setAside(draft, states.header, states.words);
    const count = states.words.reduce((sum, word) => sum + (states.values.get(word) ?? 0), 0);
    remarks.push(doubt(["where", states.header], `搁置这些状态的记录(${count} 条)`, `records in these states are set aside (${count})`));
  }

  function statesOf({ sheet: { columns } }: Draft, words: readonly string[]) {
    const plain = words.map(plainHeader);
    const isStatus = (header: string) => meaningOf(header, table, "status", knowledge) > 0;
    const [found] = columns
      .filter(({ header }) => isStatus(header))
      .map(({ header, values }) => ({ header, values, words: [...values.keys()].filter((value) => plain.includes(plainHeader(value))) }));
    return found && found.words.length > 0 && found.words.length < found.values.size ? found : null;
  }
};
