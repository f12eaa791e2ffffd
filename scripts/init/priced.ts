import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { calledIn } from "./moments.ts";
import { doubt } from "./remark.ts";
import { numberInSql } from "./sql-text.ts";

/** Makes the amount that a table requires, and its files lack, of quantities and unit prices. */
export function priceOut({ table, sheet, columns, select, remarks, settings }: Draft, { words, systems }: Knowledge): void {
  const amount = Object.keys(table.columns).find((name) => table.columns[name]?.kind === "amount" && table.columns[name]?.required);
  if (amount === undefined || columns.has(amount)) return;
  const [quantity, price] = [calledIn(sheet, words.priced.quantity, systems), calledIn(sheet, words.priced.price, systems)];
  const [count, each] = [quantity, price].map((column) => column && numberInSql(column, settings));
  if (!count || !each || !price) return;
  // what the files write with a comma is read with one
  const product = settings.decimal === "," ? `replace(cast(${count} * ${each} as varchar), '.', ',')` : `${count} * ${each}`;
  select.columns.push(`${product} as ${amount}`);
  columns.set(amount, { header: amount, profile: price, certainty: 0.7 });
  remarks.push(doubt(["sql"], "金额 = 数量 × 单价", "the amount is quantity × unit price"));
}
