import { sheetOf } from "../read/layout.ts";
import { profileOf } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { doubt } from "./remark.ts";

/** Of 1, how sure it is that the names of sheets are those of a column. */
const SURE = 0.7;

/** What counts sheets rather than names them: `1月`, `2026Q1`, `Sheet2`. */
const COUNTED = /\d|[一二三四五六七八九十]+月|季度/;

/** Takes a column that no header holds from the names of the sheets, where each department or region has one. */
export function nameBySheet({ table, form, columns, settings, remarks }: Draft, { words }: Knowledge): void {
  const rows = new Map<string, number>();
  for (const sheet of form.sheets) {
    const name = sheetOf(sheet.layout)?.trim() ?? "";
    rows.set(name, (rows.get(name) ?? 0) + sheet.rows);
  }
  const names = [...rows.keys()];
  if (names.length < 2 || names.some((name) => name === "" || COUNTED.test(name))) return;
  const isNamed = (ends: readonly string[]) => names.every((name) => ends.some((end) => name.toLowerCase().endsWith(end.toLowerCase())));
  const column = words.sheets
    .filter(({ ends }) => isNamed(ends))
    .flatMap((each) => each.columns)
    .find((name) => table.columns[name] && !columns.has(name));
  if (column === undefined) return;
  settings.sheet_column = column;
  columns.set(column, { header: column, profile: profileOf(column, rows), certainty: SURE });
  remarks.push(
    doubt(
      ["sheet_column"],
      `${column} 取自工作表的名称：${names.join("、")}`,
      `${column} is what the sheets are called: ${names.join(", ")}`,
    ),
  );
}
