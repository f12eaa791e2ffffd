import { counted } from "../../src/core/errors.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { type Draft, lackingIn } from "./draft.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { shareIn } from "./lookup.ts";
import { calledIn } from "./moments.ts";
import { asWritten } from "./priced.ts";
import { doubt, type Remark } from "./remark.ts";
import { besideOf, recordsOf, type SheetProfile } from "./sheet-profile.ts";
import { momentInSql, nameInSql, numberInSql } from "./sql-text.ts";

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
export async function joinLines(draft: Draft, sheets: readonly SheetProfile[], knowledge: Knowledge): Promise<SheetProfile | null> {
  const { table, columns, settings, select, remarks } = draft;
  const [id = "", line = ""] = table.key;
  const amount = lackingIn(draft).find((name) => table.columns[name]?.kind === "amount");
  const lines =
    amount && line === "line" ? sheets.map((sheet) => linesIn(draft, sheet, { id, amount }, knowledge)).find((each) => each) : null;
  if (!amount || !lines) return null;
  const { key, sheet } = lines;
  const named = (column: ColumnProfile) => `lines.${nameInSql(column.header)}`;
  settings.with = { ...settings.with, lines: besideOf(sheet) };
  select.from = latestIn(draft, key[0], knowledge);
  // an order without lines stays, and is rejected since it has no amount
  select.join = `left join lines on lines.${nameInSql(key[1])} = records.${nameInSql(key[0])}`;
  select.columns.push(`${asWritten(lines.amount.sql, settings)} as ${amount}`);
  select.columns.push(...[...lines.columns].map(([name, column]) => `${named(column)} as ${name}`));
  // of each record by itself: those of an order that stands there twice have the same numbers
  const sorted = [...lines.amount.of, ...lines.columns.values()].map(named).join(", ");
  select.columns.push(`row_number() over (partition by records._file, records._line order by ${sorted}) as ${line}`);
  const [first] = lines.amount.of as [ColumnProfile];
  for (const [name, profile] of [...lines.columns, [amount, first] as const, [line, first] as const])
    columns.set(name, { header: name, profile, certainty: SURE });
  const of = lines.amount.of.map(({ header }) => header).join(" × ");
  remarks.push(
    doubt(["sql"], `各行取自 ${sheet.file.name}，金额是“${of}”`, `lines are taken from ${sheet.file.name}, and the amount is ${of}`),
    ...(await unmatchedIn(draft, lines)),
  );
  return sheet;
}

/** The latest record of each order, where orders stand there several times with the time of their change; null where none has to be chosen. */
function latestIn({ form, sheet }: Draft, key: string, { words, systems }: Knowledge): string | null {
  const isOnce = form.whole.columns.some(({ header, distinctness }) => header === key && distinctness === 1);
  const updated = isOnce ? undefined : calledIn(sheet, words.log.updated, systems);
  const time = updated ? momentInSql(updated) : null;
  if (time === null) return null;
  return `(select * from records qualify row_number() over (partition by _file, ${nameInSql(key)} order by ${time} desc) = 1)`;
}

/** What is said of orders without lines, and of lines without an order. */
async function unmatchedIn({ form }: Draft, { sheet, key }: Lines): Promise<Remark[]> {
  const [orders, lines] = [await idsIn(form.sheets, key[0]), await idsIn([sheet], key[1])];
  const bare = [...orders.keys()].filter((id) => !lines.has(id)).length;
  const stray = [...lines].reduce((sum, [id, count]) => sum + (orders.has(id) ? 0 : count), 0);
  if (bare + stray === 0) return [];
  return [
    doubt(
      ["sql"],
      `没有明细行的订单 ${bare} 张，会被拒绝；没有对应订单的明细 ${stray} 行，没有用`,
      `${counted(bare, "order")} without lines, rejected for want of an amount; ${counted(stray, "line")} without an order, not used`,
    ),
  ];
}

/** The ids below a header, as they are written, with how often. */
async function idsIn(sheets: readonly SheetProfile[], header: string): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const sheet of sheets) {
    const at = sheet.layout.header.names.indexOf(header);
    for await (const fields of recordsOf(sheet)) ids.set(fields[at] ?? "", (ids.get(fields[at] ?? "") ?? 0) + 1);
  }
  return ids;
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
