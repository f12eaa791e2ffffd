import type { ColumnProfile } from "./column-profile.ts";
import { type Draft, lackingIn } from "./draft.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { shareIn } from "./lookup.ts";
import { calledIn } from "./moments.ts";
import { asWritten } from "./priced.ts";
import { doubt } from "./remark.ts";
import { besideOf, type SheetProfile } from "./sheet-profile.ts";
import { nameInSql, numberInSql } from "./sql-text.ts";

/** Of 1, how many ids of the lines have to be those of orders, and how sure it is that a header of theirs means a column. */
const [KNOWN, SURE] = [0.8, 0.7];

/** The lines of orders in a file of their own. */
interface Lines {
  sheet: SheetProfile;
  /** Header of the id of an order, in its own file and in that of the lines. */
  key: readonly [string, string];
  /** Column of the table → what holds it. */
  columns: ReadonlyMap<string, ColumnProfile>;
  /** The amount of a line in SQL, and the headers that it is made of. */
  amount: { sql: string; of: readonly ColumnProfile[] };
}

/** Takes the amount that orders lack, and what they are of, from their lines in a sheet that feeds nothing; that sheet, or null. */
export function joinLines(draft: Draft, sheets: readonly SheetProfile[], knowledge: Knowledge): SheetProfile | null {
  const { table, columns, settings, select, remarks } = draft;
  const [id = "", line = ""] = table.key;
  const amount = lackingIn(draft).find((name) => table.columns[name]?.kind === "amount");
  const lines =
    amount && line === "line" ? sheets.map((sheet) => linesIn(draft, sheet, { id, amount }, knowledge)).find((each) => each) : null;
  if (!amount || !lines) return null;
  const { key, sheet } = lines;
  const [order, own] = [`records.${nameInSql(key[0])}`, `lines.${nameInSql(key[1])}`];
  const held = [...lines.columns].map(([name, { header }]) => `lines.${nameInSql(header)} as ${name}`);
  const sorted = lines.amount.of.map(({ header }) => `lines.${nameInSql(header)}`).join(", ");
  settings.with = { ...settings.with, lines: besideOf(sheet) };
  select.join = `join lines on ${own} = ${order}`;
  select.columns.push(`${asWritten(lines.amount.sql, settings)} as ${amount}`, ...held);
  select.columns.push(`row_number() over (partition by records._file, ${order} order by ${sorted}) as ${line}`);
  for (const [name, profile] of [...lines.columns, [amount, lines.amount.of[0] as ColumnProfile] as const])
    columns.set(name, { header: name, profile, certainty: SURE });
  const of = lines.amount.of.map(({ header }) => header).join(" × ");
  remarks.push(
    doubt(["sql"], `各行取自 ${sheet.file.name},金额是“${of}”`, `lines are taken from ${sheet.file.name}, and the amount is ${of}`),
  );
  return sheet;
}

function linesIn(
  { table, columns, form }: Draft,
  sheet: SheetProfile,
  { id, amount }: { id: string; amount: string },
  knowledge: Knowledge,
): Lines | null {
  const header = columns.get(id)?.header;
  const key = form.whole.columns.find((column) => column.header === header);
  const own = key && sheet.columns.find((column) => column.values.size > 1 && shareIn(column, key) >= KNOWN);
  const called = (name: string) =>
    sheet.columns.find((column) => column !== own && meaningOf(column.header, table, name, knowledge) >= SURE);
  const { words, systems } = knowledge;
  const [quantity, price] = [calledIn(sheet, words.priced.quantity, systems), calledIn(sheet, words.priced.price, systems)];
  const whole = called(amount);
  const of = whole ? [whole] : price ? [...(quantity ? [quantity] : []), price] : [];
  const numbers = of.map((column) => numberInSql(column, sheet.settings, "lines."));
  if (!key || !own || of.length === 0 || !numbers.every((each) => each !== null)) return null;
  const lacking = Object.keys(table.columns).filter((name) => name !== amount && name !== "line" && !columns.has(name));
  const held = lacking.flatMap((name) => {
    const column = called(name);
    return column && !of.includes(column) ? [[name, column] as const] : [];
  });
  return { sheet, key: [key.header, own.header], columns: new Map(held), amount: { sql: numbers.join(" * "), of } };
}
