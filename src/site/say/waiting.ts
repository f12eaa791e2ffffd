import { unknownTo } from "../../cube/known.ts";
import { factsOf, type Metric } from "../../cube/metric.ts";
import type { Evidence } from "../../data/manifest.ts";
import type { Page } from "../ask/page.ts";
import type { Site } from "../site.ts";

/** What a metric waits for: a table that no export feeds or, with a column, records that have something in it, of any kind or a certain value, or already while another column is empty. */
export interface Wait extends Pick<Evidence, "table" | "value" | "open"> {
  column: string | null;
}

/** A table by its id, `products.launched_on`, `after_sales.kind=complaint`, or `deals.amount_cny while outcome is empty`. */
export const idOfWait = ({ table, column, value, open }: Wait): string =>
  `${table}${column === null ? "" : `.${column}`}${value === null ? "" : `=${value}`}${open === null ? "" : ` while ${open} is empty`}`;

/** What keeps a metric from being computed, each once: tables before columns. */
export function waitsOf({ cubes }: Pick<Site, "cubes">, metric: Metric): Wait[] {
  const absent = cubes.manifest.absent.filter(({ id }) => factsOf(metric).includes(id)).flatMap(({ missing }) => missing);
  const all: Wait[] = [...absent.map((table) => ({ table, column: null, value: null, open: null })), ...unknownTo(cubes, metric)];
  return [...new Map(all.map((wait) => [idOfWait(wait), wait])).values()];
}

/** “Launched on” in Products; a table by its name. */
export function nameOfWait({ site, say, words }: Page, { table: id, column, value, open }: Wait): string {
  const table = site.tables[id];
  const tableName = table ? say(table.label) : id;
  if (column === null) return tableName;
  const named = table?.columns[column];
  const nameOf = (id: string) => (table?.columns[id] ? say(table.columns[id].label) : id);
  const columnName = nameOf(column);
  if (open !== null) return words.waiting.open(tableName, columnName, nameOf(open));
  if (value === null) return words.waiting.column(tableName, columnName);
  const valueName = named?.values?.[value];
  return words.waiting.value(tableName, columnName, valueName ? say(valueName) : value);
}

/** What a metric that cannot be computed waits for. */
export function waitingSentence(page: Page, metric: Metric): string {
  const [tables = [], columns = []] = [true, false].map((isTable) =>
    waitsOf(page.site, metric)
      .filter(({ column }) => (column === null) === isTable)
      .map((wait) => nameOfWait(page, wait)),
  );
  const { sentence, exports } = page.words.waiting;
  return sentence(page.listed([...(tables.length > 0 ? [exports(page.listed(tables))] : []), ...columns]));
}
