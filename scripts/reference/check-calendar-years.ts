import { isoOf } from "../../src/core/days.ts";
import { counted, DataError, type Issue } from "../../src/core/errors.ts";
import { yearIn } from "../read/table-file.ts";
import type { StagedTable } from "../stage/stage-table.ts";

type Staged = Pick<StagedTable, "table" | "data" | "lines"> & { files: readonly Pick<StagedTable["files"][number], "file" | "accepted">[] };

/** The rows of a table that is kept by year whose day is of another year than their file. */
function strayIn({ table: { yearly, key }, data, lines, files }: Staged): Issue[] {
  const [column = ""] = key;
  const days = [...(data.getChild(column)?.toArray() ?? [])].map((day) => isoOf(Math.floor(Number(day) / 86_400_000)));
  const fileOfRow = files.flatMap(({ file, accepted }) => Array<string>(accepted).fill(file));
  return days.flatMap((day, row) => {
    const file = fileOfRow[row] as string;
    const year = yearIn(yearly ?? "", file.slice("reference/".length));
    return year === null || day.startsWith(year) ? [] : { file, line: lines[row], column, found: day, expected: `a day of ${year}` };
  });
}

/** Throws a DataError on days that stand in the file of another year. */
export function checkCalendarYears(tables: Iterable<Staged>): void {
  const issues = [...tables].filter(({ table }) => table.yearly !== null).flatMap(strayIn);
  if (issues.length > 0)
    throw new DataError(`日期写在别的年份的文件里 · ${counted(issues.length, "day")} in the file of another year`, issues);
}
