import { PARTS_OF_ONE, toParts } from "../../src/core/amounts.ts";
import type { Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { isoOf } from "../../src/core/days.ts";
import { type FiscalStart, type Grain, parseMonth, periodId, periodOf } from "../../src/core/periods.ts";
import type { Reason } from "../../src/core/reason.ts";
import type { Rows } from "./references.ts";

/** Why the amounts of a record cannot be had in the company's currency. */
interface NoRate {
  column: string;
  found: string;
  reason: Reason;
}

/** Puts the amounts of a row into the company's currency; null when they are in it then. */
export type Exchange = (row: (Staged | null)[]) => NoRate | null;

interface Own {
  /** ISO code of the company's currency. */
  currency: string;
  fiscalStart: FiscalStart;
}

/** From short to long: the shorter wins. */
const GRAINS: readonly Grain[] = ["month", "quarter", "year"];

const codeOf = (currency: unknown): string => String(currency).trim().toUpperCase();

/** The rates of a staged table, by currency and period. */
function ratesIn(rows: Rows | null): Map<string, number> {
  const [currencies, periods, rates] = ["currency", "period", "rate"].map((name) => rows?.getChild(name));
  const all = Array.from({ length: rows?.numRows ?? 0 }, (_, row): [string, number] => [
    `${codeOf(currencies?.at(row))} ${periods?.at(row)}`,
    Number(rates?.at(row)),
  ]);
  return new Map(all);
}

/** An amount times a rate, to the ten-thousandth. */
const exchanged = (amount: number, rate: number): number => toParts(amount * rate) / PARTS_OF_ONE;

/** How records of a table come into the company's currency, by the rates of `rates.csv`; null for a table whose amounts are all in it. */
export function exchangeOf({ columns, money }: Table, rates: Rows | null, { currency: own, fiscalStart }: Own): Exchange | null {
  if (!money) return null;
  const names = Object.keys(columns);
  const places = (of: readonly string[]) => of.map((name) => names.indexOf(name));
  const [[place = 0], days, amounts] = [places([money.currency]), places(money.on), places(money.amounts)];
  const known = ratesIn(rates);
  return (row) => {
    const written = row[place] ?? null;
    const currency = codeOf(written ?? own);
    if (currency === own) return null;
    const day = days.map((at) => row[at]).find((value) => typeof value === "number") ?? 0;
    const month = parseMonth(isoOf(day as number));
    const [rate] = GRAINS.flatMap((grain) => known.get(`${currency} ${periodId(periodOf(month, grain, fiscalStart), fiscalStart)}`) ?? []);
    if (rate === undefined)
      return { column: money.currency, found: String(written), reason: { code: "rate", month: isoOf(day as number).slice(0, 7) } };
    for (const at of amounts) {
      const amount = row[at];
      if (typeof amount === "number") row[at] = exchanged(amount, rate);
    }
    return null;
  };
}
