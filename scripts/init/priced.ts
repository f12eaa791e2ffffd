import type { Draft } from "./draft.ts";
import { hasWord } from "./header-meaning.ts";
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
  select.columns.push(`${asWritten(`${count} * ${each}`, settings)} as ${amount}`);
  columns.set(amount, { header: amount, profile: price, certainty: 0.7 });
  remarks.push(doubt(["sql"], "金额 = 数量 × 单价", "the amount is quantity × unit price"));
}

/** Whether a header says that tax is in its amounts. */
export const isWithTax = (header: string, { words }: Pick<Knowledge, "words">): boolean =>
  hasWord(header, words.with_tax) && !hasWord(header, words.without_tax);

/** Takes the tax off an amount that holds it, where the files have no other but the tax in a column of its own. */
export function takeTaxOff({ table, sheet, columns, select, remarks, settings }: Draft, knowledge: Knowledge): void {
  const tax = calledIn(sheet, knowledge.words.tax, knowledge.systems);
  for (const name of table.money?.amounts ?? []) {
    const found = columns.get(name);
    if (!found || !tax || !isWithTax(found.header, knowledge)) continue;
    const [gross, less] = [numberInSql(found.profile, settings), numberInSql(tax, settings)];
    if (!gross || !less) continue;
    select.columns.push(`${asWritten(`${gross} - coalesce(${less}, 0)`, settings)} as ${name}`);
    columns.set(name, { ...found, header: name });
    remarks.push(
      doubt(["sql"], `不含税金额 = ${found.header} − ${tax.header}`, `the amount without tax is ${found.header} − ${tax.header}`),
    );
  }
}

/** A number in SQL as the files write it: what they have with a comma is read with one. */
export const asWritten = (number: string, { decimal }: Draft["settings"]): string =>
  decimal === "," ? `replace(cast(${number} as varchar), '.', ',')` : number;
