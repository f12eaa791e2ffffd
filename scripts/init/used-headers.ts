import type { Draft } from "./draft.ts";
import { nameInSql } from "./sql-text.ts";

/** Headers that an entry uses: for columns, in conditions, for members of JSON objects, to look others up, in SQL. */
export const usedHeaders = ({
  columns,
  sheet,
  select,
  settings: { where, spread, lookup, drop_rows, unpivot, events },
}: Draft): ReadonlySet<string> =>
  new Set([
    ...[...columns.values()].flatMap(({ header, profile }) => [header, profile.header]),
    ...[where, spread, ...[lookup ?? []].flat().map(({ key }) => key), ...(drop_rows ?? [])].flatMap((each) => Object.keys(each ?? {})),
    ...(unpivot && "columns" in unpivot ? unpivot.columns : []),
    ...(events ? [events.key, events.time] : []),
    ...[...sheet.columns.map(({ header }) => header), ...sheet.layout.header.names].filter((header) =>
      [...select.columns, select.qualify ?? ""].some((sql) => sql.includes(nameInSql(header))),
    ),
  ]);
