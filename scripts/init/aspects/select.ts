import type { Aspect } from "../draft.ts";
import { fitsAfter } from "../setting-lines.ts";
import { nameInSql } from "../sql-text.ts";

/** What a column of a SELECT is called. */
const ALIAS = / as "?([^"\s]+)"?$/;

/** Writes the SELECT that other aspects have asked for, in one line where that holds it; a column that it makes takes the place of one that the files call so. */
export const selectAspect: Aspect = ({ settings, sheet, select: { columns, join, from, where, qualify } }) => {
  if (columns.length === 0 && join === null && qualify === null) return;
  const made = columns.map((column) => ALIAS.exec(column)?.[1]?.toLowerCase());
  const replaced = sheet.layout.header.names.filter((name) => made.includes(name.toLowerCase())).map(nameInSql);
  const all = `${join === null ? "*" : "records.*"}${replaced.length > 0 ? ` exclude (${replaced.join(", ")})` : ""}`;
  const clauses = [
    `from ${from === null ? "records" : `${from} as records`}${join === null ? "" : ` ${join}`}`,
    ...(where === null ? [] : [`where ${where}`]),
    ...(qualify === null ? [] : [`qualify ${qualify}`]),
  ];
  const first = `select ${[all, ...columns].join(", ")}`;
  const whole = [first, ...clauses].join(" ");
  settings.sql = fitsAfter("sql", whole)
    ? whole
    : `${[fitsAfter("  ", first) ? first : `select ${all}, ${columns.join(",\n  ")}`, ...clauses].join("\n")}\n`;
};
