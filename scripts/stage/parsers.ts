import type { ColumnKind, StagedOf } from "../../src/core/columns.ts";
import { DAY_MS, isoDay } from "../../src/core/days.ts";
import { type FiscalStart, parseMonth, periodId, periodOf } from "../../src/core/periods.ts";
import type { Reason } from "../../src/core/reason.ts";
import type { Unit } from "../../src/core/units.ts";
import type { WallClock } from "../read/company-clock.ts";
import { bareSerial, type DateForm, dateForm, firstOf, yearFirstDay, yearFirstTime, zoneByLetters } from "../read/date-forms.ts";
import { periodText, quarterText } from "../read/period-forms.ts";
import { readFlag } from "./flags.ts";
import { readHours } from "./hours.ts";
import { type Notation, numberReader } from "./numbers.ts";

/** Turns the text of an export into what staging holds of a kind, or says why it is none. */
export type Parse<K extends ColumnKind = ColumnKind> = (text: string) => StagedOf[K] | Reason;

interface Writing extends Notation {
  /** The forms of days and times that `sources.yaml` names; without any, the ISO form. */
  forms: readonly string[];
  wallClock: WallClock;
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStart: FiscalStart;
  /** Whether dates by their own type, in the ISO form, stand among others, as in a workbook. */
  isTyped?: boolean | undefined;
  /** Whether the table is kept by hand, in a spreadsheet, so that a bare five-digit number is a day that has lost its format. */
  isByHand?: boolean | undefined;
  /** Of the column; hours are written in other ways as well. */
  unit?: Unit | undefined;
}

const asItIs = () => (text: string) => text;

const parseNumber = (writing: Writing) => {
  const read = numberReader(writing);
  return (text: string) => (writing.unit === "hours" ? readHours(text, read) : read(text)) ?? { code: "number" as const };
};

/** How each kind is read, given how a company writes it. */
export const PARSERS: { readonly [K in ColumnKind]: (writing: Writing) => Parse<K> } = {
  key: asItIs,
  text: asItIs,
  choice: asItIs,
  reference: asItIs,
  quarter: (writing) => {
    const read = dayReader(writing);
    return (text) => {
      const quarter = quarterText(text);
      const moment = quarter === text ? read(text) : null;
      return moment === null ? quarter : quarterAt(moment, writing.fiscalStart);
    };
  },
  // a month that was typed into a workbook is its first day there
  period:
    ({ isTyped }) =>
    (text) =>
      periodText(isTyped ? text.replace(/^(\d{4}-\d\d)-01$/, "$1") : text),
  integer: parseNumber,
  number: parseNumber,
  amount: parseNumber,
  flag: () => (text) => readFlag(text) ?? { code: "flag" },
  date: (writing) => {
    const { forms } = writing;
    const read = dayReader(writing);
    const reason: Reason = { code: "date", forms: forms.length > 0 ? forms : ["YYYY-MM-DD"] };
    return (text) => {
      const milliseconds = read(text);
      return milliseconds === null ? (unknownZone(text) ?? reason) : Math.floor(milliseconds / DAY_MS);
    };
  },
  timestamp: ({ forms, ...writing }) => {
    const { wallClock } = writing;
    const read = firstOf(formsOf({ forms, ...writing }, [yearFirstTime(wallClock)]));
    const reason: Reason = { code: "time", forms: forms.length > 0 ? forms : ["YYYY-MM-DD HH:mm"] };
    return (text) => read(text) ?? unknownZone(text) ?? reason;
  },
};

/** Why a time with a zone by letters is not read. */
function unknownZone(text: string): Reason | null {
  const name = zoneByLetters(text);
  return name === null ? null : { code: "zone", name };
}

type DateWriting = Pick<Writing, "forms" | "wallClock" | "isTyped" | "isByHand">;

/** Reads a day, or a time of it. */
function dayReader(writing: DateWriting): DateForm {
  const { wallClock } = writing;
  return firstOf(formsOf(writing, [yearFirstDay(wallClock), yearFirstTime(wallClock)]));
}

/** The fiscal quarter of a moment. */
function quarterAt(moment: number, fiscalStart: FiscalStart): string {
  return periodId(periodOf(parseMonth(isoDay(moment)), "quarter", fiscalStart), fiscalStart);
}

/** The forms that `sources.yaml` names; the usual ones without any, and besides them where dates by their own type stand among others. */
const formsOf = ({ forms, wallClock, isTyped, isByHand }: DateWriting, usual: readonly DateForm[]): DateForm[] => [
  ...forms.map((form) => dateForm(form, wallClock)),
  ...(forms.length === 0 || isTyped ? usual : []),
  ...(isByHand ? [bareSerial] : []),
];
