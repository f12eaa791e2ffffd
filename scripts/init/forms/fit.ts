import type { Column } from "../../../src/core/columns.ts";
import { periodText, quarterText } from "../../read/period-forms.ts";
import { readFlag } from "../../stage/flags.ts";
import { readHours } from "../../stage/hours.ts";
import type { NumberReader } from "../../stage/numbers.ts";
import { type ColumnProfile, someOf } from "../column-profile.ts";
import { findDates } from "./dates.ts";

/** Different members that a dimension may well have, and how long their names are at most. */
const [MEMBERS, LETTERS] = [300, 60];

/** Values of a choice. */
const CHOICES = 40;

interface Given {
  column: ColumnProfile;
  readNumber: NumberReader;
  isDayFirst: boolean | null;
}

/** Of 1, how well the values of a column of a file fit one of a contract: how many can be read as its kind, or how likely they are of it. */
export function fitOf(contract: Column, given: Given): number {
  const texts = someOf(given.column, 500);
  if (texts.length === 0) return 0;
  const share = (isFit: (text: string) => boolean) => texts.filter(isFit).length / texts.length;
  const isTaken = (value: number | null) => value !== null && contract.check(value) === null;
  switch (contract.kind) {
    case "date":
    case "timestamp":
      return findDates(given.column, contract.kind, given.isDayFirst).share;
    case "number":
      return Math.max(
        share((text) => isTaken(given.readNumber(text))),
        isInPercent(contract, given) ? 1 : 0,
      );
    case "integer":
    case "amount":
      return share((text) => isTaken(contract.unit === "hours" ? readHours(text, given.readNumber) : given.readNumber(text)));
    case "flag":
      return share((text) => readFlag(text) !== null);
    case "quarter":
      return Math.max(
        share((text) => contract.check(quarterText(text)) === null),
        findDates(given.column, "date", given.isDayFirst).share,
      );
    case "period":
      return share((text) => contract.check(periodText(text)) === null);
    case "choice":
      return given.column.values.size <= CHOICES ? 1 : 0.2;
    case "reference":
      return fitOfReference(contract, given, texts);
    case "key":
      return texts.some((text) => text.length > LETTERS) ? 0.3 : 1;
    default:
      return 1;
  }
}

/** Whether a header says percent and its numbers are taken only as hundredths, such as 80 for a share. */
export function isInPercent(contract: Column, { column, readNumber }: Omit<Given, "isDayFirst">): boolean {
  if (contract.kind !== "number" || !/%|百分|percent/i.test(column.header)) return false;
  const numbers = someOf(column, 500).map(readNumber);
  const areTaken = (factor: number) => numbers.every((number) => number !== null && contract.check(number * factor) === null);
  return !areTaken(1) && areTaken(0.01);
}

/** Members of a dimension are few, short and no days or amounts; the ids of records are many. */
function fitOfReference({ where, references = "" }: Column, { column, readNumber }: Given, texts: readonly string[]): number {
  const isMember = where !== undefined || references.startsWith("departments.");
  if (texts.some((text) => text.length > LETTERS)) return 0.3;
  if (!isMember) return 1;
  const areNumbers = texts.filter((text) => readNumber(text) !== null && /[.,]/.test(text)).length > texts.length / 2;
  const areMany = column.values.size > MEMBERS || (column.values.size > 20 && column.distinctness > 0.8);
  return areNumbers || areMany ? 0.2 : 1;
}
