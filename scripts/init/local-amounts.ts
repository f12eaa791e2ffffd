import type { ColumnProfile } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import { numbersOf } from "./forms/numbers.ts";
import { hasWord } from "./header-meaning.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { doubt } from "./remark.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** Of 1, how sure it is that a header means an amount, once what says its currency is taken off. */
const SURE = 0.5;

/** What stands in a header around the word for its currency. */
const MARKS = /[()（）[\]【】:：,，/_-]+/g;

/**
 * Takes amounts in the currency in which the company counts, where a file has them beside those of the document, and no longer asks in which
 * currency they are: they are exchanged already, and must not be again.
 */
export function settleLocal(draft: Draft, knowledge: Knowledge): void {
  const { table, columns, remarks, sheet } = draft;
  const { local_currency: local, document_currency: original } = knowledge.words;
  const currency = columns.get(table.money?.currency ?? "");
  if (!table.money || !currency || hasWord(currency.header, local)) return;
  const held = table.money.amounts.filter((name) => columns.has(name));
  for (const name of held) {
    const found = columns.get(name);
    const better =
      found && !hasWord(found.header, local) ? localOf(sheet, found.header, { table, name, local, original }, knowledge) : null;
    if (better) columns.set(name, { header: better.header, profile: better, certainty: found?.certainty ?? SURE });
  }
  const headers = held.map((name) => columns.get(name)?.header ?? "");
  if (headers.length === 0 || !headers.every((header) => hasWord(header, local))) return;
  columns.delete(table.money.currency);
  remarks.push(
    doubt(
      ["columns"],
      `“${headers.join("、")}”已折合本位币,不再按“${currency.header}”折算`,
      `${headers.join(", ")} are in the currency of the company already, and are not exchanged by ${currency.header}`,
    ),
  );
}

interface Wanted {
  table: Draft["table"];
  name: string;
  local: readonly string[];
  original: readonly string[];
}

/** The column that holds in the company's currency what another holds in that of the document; null where there is none. */
function localOf(
  sheet: SheetProfile,
  header: string,
  { table, name, local, original }: Wanted,
  knowledge: Knowledge,
): ColumnProfile | null {
  const plain = without(header, original);
  const read = numbersOf(sheet.settings);
  const isNumber = ({ filled, values }: ColumnProfile) =>
    filled > 0 && [...values.keys()].slice(0, 200).every((text) => read(text) !== null);
  const candidates = sheet.columns.filter((column) => hasWord(column.header, local) && isNumber(column));
  const same = candidates.find((column) => without(column.header, local) === plain);
  return same ?? candidates.find((column) => meaningOf(without(column.header, local) || header, table, name, knowledge) >= SURE) ?? null;
}

/** A header without some words and what stood around them. */
function without(header: string, words: readonly string[]): string {
  const bare = words
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replace(new RegExp(word.replaceAll(" ", "\\s+"), "i"), " "), header);
  return bare.replace(MARKS, " ").trim().replace(/\s+/g, " ");
}
