import { DataError, type Issue } from "../../src/core/errors.ts";
import { cellOf } from "../stage/sheet-place.ts";
import type { StagedTable } from "../stage/stage-table.ts";

type Placed = Pick<StagedTable, "files">;

/** An issue of staged tables, with its cell where it is one of a workbook. */
export function withCell(tables: Iterable<Placed>, issue: Issue): Issue {
  const file = [...tables].flatMap(({ files }) => files).find((report) => report.file === issue.file);
  const cell = file && cellOf(file.sheet, issue);
  return file && cell ? { ...issue, file: file.path, cell } : issue;
}

/** Checks staged tables. What it throws as a DataError names the cells of workbooks. */
export async function inSheets<T>(tables: Iterable<Placed>, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const all = [...tables];
    throw new DataError(
      error.summary,
      error.issues.map((issue) => withCell(all, issue)),
    );
  }
}
