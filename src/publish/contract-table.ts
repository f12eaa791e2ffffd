import type { Column } from "../core/columns.ts";
import type { Table } from "../core/contract.ts";
import type { Page } from "../site/ask/page.ts";
import type { TableData } from "../site/say/table.ts";

const allowed = (page: Page, { values, references, unit }: Column) => {
  if (values) return page.listed(Object.entries(values).map(([id, label]) => `${id} ${page.say(label)}`));
  return references ? `→ ${references}` : unit ? page.forms.units[unit].label : page.words.missing;
};

/** What the contract of a table says of each column. */
export function contractTable(page: Page, table: Pick<Table, "label" | "key" | "columns">): TableData {
  const { dataPage: words, metricPage } = page.words;
  return {
    caption: page.say(table.label),
    head: [metricPage.column, metricPage.meaning, words.kind, words.allowed, words.required, words.publishHead],
    rows: Object.entries(table.columns).map(([name, column]) => [
      table.key.includes(name) ? page.noted(name, words.key) : name,
      page.titled(page.say(column.label), page.say(column.description)),
      column.kind,
      allowed(page, column),
      column.required ? words.required : words.optional,
      words.publish[column.publish],
    ]),
  };
}
