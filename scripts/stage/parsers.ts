import type { ColumnKind, StagedOf } from "../../src/core/columns.ts";
import { DAY_MS } from "../../src/core/days.ts";
import type { Reason } from "../../src/core/reason.ts";
import type { Unit } from "../../src/core/units.ts";
import type { WallClock } from "../read/company-clock.ts";
import { type DateForm, dateForm, firstOf, yearFirstDay, yearFirstTime } from "../read/date-forms.ts";
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
  /** Whether dates by their own type, in the ISO form, stand among others, as in a workbook. */
  isTyped?: boolean | undefined;
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
  quarter: () => quarterText,
  period: () => periodText,
  integer: parseNumber,
  number: parseNumber,
  amount: parseNumber,
  flag: () => (text) => readFlag(text) ?? { code: "flag" },
  date: ({ forms, wallClock, isTyped }) => {
    const isoForms = [yearFirstDay(wallClock), yearFirstTime(wallClock)];
    const read = firstOf(formsOf({ forms, wallClock, isTyped }, isoForms));
    const reason: Reason = { code: "date", forms: forms.length > 0 ? forms : ["YYYY-MM-DD"] };
    return (text) => {
      const milliseconds = read(text);
      return milliseconds === null ? reason : Math.floor(milliseconds / DAY_MS);
    };
  },
  timestamp: ({ forms, wallClock, isTyped }) => {
    const read = firstOf(formsOf({ forms, wallClock, isTyped }, [yearFirstTime(wallClock)]));
    const reason: Reason = { code: "time", forms: forms.length > 0 ? forms : ["YYYY-MM-DD HH:mm"] };
    return (text) => read(text) ?? reason;
  },
};

/** The forms that `sources.yaml` names; the usual ones without any, and besides them where dates by their own type stand among others. */
const formsOf = (
  { forms, wallClock, isTyped }: Pick<Writing, "forms" | "wallClock" | "isTyped">,
  usual: readonly DateForm[],
): DateForm[] => [...forms.map((form) => dateForm(form, wallClock)), ...(forms.length === 0 || isTyped ? usual : [])];
