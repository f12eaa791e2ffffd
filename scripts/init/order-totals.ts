import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Order } from "./orders-in-files.ts";
import { priceOut } from "./priced.ts";
import { doubt } from "./remark.ts";
import { nameInSql } from "./sql-text.ts";

/** Orders of several lines from which their amounts are compared, different amounts that they have at least, and how many, of 1, repeat theirs. */
const [ORDERS, AMOUNTS, REPEAT] = [10, 5, 0.95];

/** An amount that all lines of an order share is that of the order: it gives way to quantity times price, or counts once. Whether one line of each order counts. */
export function settleTotals(
  draft: Draft,
  { amount, orders }: { amount: string; orders: readonly Order[] },
  knowledge: Knowledge,
): boolean {
  const { table, columns, select, remarks } = draft;
  const found = columns.get(amount);
  const several = orders.filter(({ counts }) => counts.length > 1);
  const totals = several.flatMap(({ repeated }) => repeated ?? []);
  if (!found || several.length < ORDERS || totals.length < several.length * REPEAT || new Set(totals).size < AMOUNTS) return false;
  columns.delete(amount);
  priceOut(draft, knowledge);
  const said = [`“${found.header}”在每一行重复整张订单的金额`, `every line of an order repeats its ${found.header}`];
  if (columns.has(amount)) {
    remarks.push(doubt(["sql"], `${said[0]}，没有用`, `${said[1]}, which is not used`));
    return false;
  }
  columns.set(amount, found);
  // what a line is of says nothing of the whole order
  for (const name of ["line", "product_id", "product_line"]) columns.delete(name);
  const id = nameInSql(columns.get(table.key[0] ?? "")?.header ?? "");
  // one of each file: of an order that two files have, staging takes that of the newer
  select.qualify = `row_number() over (partition by _file, ${id} order by _line) = 1`;
  remarks.push(doubt(["sql"], `${said[0]}，每张订单只取一行`, `${said[1]}: one line of each order counts`));
  return true;
}
