import type { ColumnKind, StagedOf } from "../../src/core/columns.ts";
import { DAY_MS } from "../../src/core/days.ts";
import type { Reason } from "../../src/core/reason.ts";
import type { WallClock } from "../read/company-clock.ts";
import { type DateForm, dateForm, isoDate, isoTime } from "../read/date-forms.ts";
import { readFlag } from "./flags.ts";
import { readNumber } from "./numbers.ts";

/** Turns the text of an export into what staging holds of a kind, or says why it is none. */
export type Parse<K extends ColumnKind = ColumnKind> = (text: string) => StagedOf[K] | Reason;

interface Writing {
  /** The forms of days and times that `sources.yaml` names; without any, the ISO form. */
  forms: readonly string[];
  wallClock: WallClock;
}

const asItIs = () => (text: string) => text;
const parseNumber = () => (text: string) => readNumber(text) ?? { code: "number" as const };

/** How each kind is read, given how a company writes it. */
export const PARSERS: { readonly [K in ColumnKind]: (writing: Writing) => Parse<K> } = {
  key: asItIs,
  text: asItIs,
  choice: asItIs,
  reference: asItIs,
  quarter: asItIs,
  period: asItIs,
  integer: parseNumber,
  number: parseNumber,
  amount: parseNumber,
  flag: () => (text) => readFlag(text) ?? { code: "flag" },
  date: ({ forms, wallClock }) => {
    const read = firstOf(forms.length > 0 ? forms.map(dateForm) : [isoDate, isoTime(wallClock)]);
    const reason: Reason = { code: "date", forms: forms.length > 0 ? forms : ["YYYY-MM-DD"] };
    return (text) => {
      const milliseconds = read(text);
      return milliseconds === null ? reason : Math.floor(milliseconds / DAY_MS);
    };
  },
  timestamp: ({ forms, wallClock }) => {
    const read = firstOf(forms.length > 0 ? forms.map(dateForm) : [isoTime(wallClock)]);
    const reason: Reason = { code: "time", forms: forms.length > 0 ? forms : ["YYYY-MM-DD HH:mm"] };
    return (text) => read(text) ?? reason;
  },
};

function firstOf(forms: readonly DateForm[]): DateForm {
  return (text) => {
    for (const form of forms) {
      const milliseconds = form(text);
      if (milliseconds !== null) return milliseconds;
    }
    return null;
  };
}
