import { type Column, number } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Reason } from "../../src/core/reason.ts";
import type { CompanyClock } from "../read/company-clock.ts";
import { wallClock } from "../read/company-clock.ts";
import { dateForm, firstOf, yearFirstDay, yearFirstTime } from "../read/date-forms.ts";
import { orderHeader } from "../sources/repeats.ts";
import type { Source } from "../sources/sources.ts";
import { NOTATION, numberReader } from "./numbers.ts";
import { type ReadValue, Refusal } from "./read-value.ts";

/** A header that is no column of the contract, by which `keep` says which record of a key counts. */
export interface OrderColumn {
  header: string;
  /** Reads its values over all files: times, or numbers, as the first of them is. */
  read: ReadValue;
}

const said = { zh: "先后", en: "Order" };

/** It is kept beside the columns of the contract, and not staged. */
const COLUMN: Column = number({ label: said, description: said, example: "1", publish: "never", required: false });

type Settings = Pick<Source, "keep" | "dates" | "missing">;

/** The header by which the records of a table are ordered; null where `keep` names none, or a column of the contract. */
export function orderColumn(table: Table, settings: Settings, clock: Pick<CompanyClock, "timeZone">): OrderColumn | null {
  const header = orderHeader(table, settings.keep);
  return header === null ? null : { header, read: orderReader(header, settings, clock) };
}

/** A table with that by which its records are ordered as one column more, the last: the header of the first source, whatever it is called in others. */
export function withOrder(table: Table, keep: Source["keep"]): Table {
  const header = orderHeader(table, keep);
  return header === null ? table : { ...table, columns: { ...table.columns, [header]: COLUMN } };
}

function orderReader(header: string, { dates, missing }: Settings, { timeZone }: Pick<CompanyClock, "timeZone">): ReadValue {
  const [clock, forms] = [wallClock(timeZone), dates[header] ?? []];
  const readTime = firstOf([...forms.map((form) => dateForm(form, clock)), yearFirstTime(clock), yearFirstDay(clock)]);
  const readNumber = numberReader(NOTATION);
  const notTime: Reason = { code: "time", forms: forms.length > 0 ? forms : ["YYYY-MM-DD HH:mm"] };
  const blank = new Set(["", ...missing.map((word) => word.trim())]);
  let read: ((text: string) => number | null) | null = null;
  return (text) => {
    const written = text?.trim() ?? "";
    if (blank.has(written)) return null;
    read ??= [readTime, readNumber].find((each) => each(written) !== null) ?? null;
    return read?.(written) ?? new Refusal(written, read === readNumber ? { code: "number" } : notTime);
  };
}
