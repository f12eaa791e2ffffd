import { unknownTo } from "../../cube/known.ts";
import { factsOf, type Metric } from "../../cube/metric.ts";
import type { Evidence } from "../../data/manifest.ts";
import type { Page } from "../ask/page.ts";
import type { Site } from "../site.ts";

/** What a metric waits for: a table that no export feeds or, with a column, a record that has something in it, of any kind or a certain value. */
export interface Wait extends Pick<Evidence, "table" | "value"> {
  column: string | null;
}

/** A table by its id, `products.launched_on`, or `after_sales.kind=complaint`. */
export const idOfWait = ({ table, column, value }: Wait): string =>
  `${table}${column === null ? "" : `.${column}`}${value === null ? "" : `=${value}`}`;

/** What keeps a metric from being computed, each once: tables before columns. */
export function waitsOf({ cubes }: Pick<Site, "cubes">, metric: Metric): Wait[] {
  const absent = cubes.manifest.absent.filter(({ id }) => factsOf(metric).includes(id)).flatMap(({ missing }) => missing);
  const all: Wait[] = [...absent.map((table) => ({ table, column: null, value: null })), ...unknownTo(cubes, metric)];
  return [...new Map(all.map((wait) => [idOfWait(wait), wait])).values()];
}

/** “Launched on” in Products; a table by its name. */
export function nameOfWait({ site, say, words }: Page, { table: id, column, value }: Wait): string {
  const table = site.tables[id];
  const tableName = table ? say(table.label) : id;
  if (column === null) return tableName;
  const named = table?.columns[column];
  const columnName = named ? say(named.label) : column;
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
