import type { Page } from "../site/ask/page.ts";
import { tableOf } from "./tables.ts";

/** What a column of a table is called, or several; what is no column keeps its name. */
export function columnName(page: Page, table: string, column: string | null): string {
  const { columns } = tableOf(table);
  const nameOf = (name: string) => (columns[name] ? page.say(columns[name].label) : name);
  return column === null ? page.words.missing : page.listed(column.split(", ").map(nameOf));
}
