import { CURRENCIES } from "../../stage/currencies.ts";
import { numberReader } from "../../stage/numbers.ts";
import { type ColumnProfile, someOf } from "../column-profile.ts";

/** Currencies beside which amounts may stand: which one a company counts in, its amounts themselves say. */
const currencies = Object.keys(CURRENCIES);

const READERS = {
  ".": numberReader({ decimal: ".", currencies }),
  ",": numberReader({ decimal: ",", currencies }),
};

/** What separates whole numbers from their fraction in a file. */
export interface Notation {
  decimal: ",";
}

/** Whether a file writes numbers with a comma before the fraction: more of its values are numbers only so than only otherwise. */
export function notationOf(columns: readonly ColumnProfile[]): Partial<Notation> {
  const texts = columns.flatMap((column) => someOf(column, 300)).filter((text) => /\d[.,]\d/.test(text));
  const only = (decimal: "." | ",", other: "." | ",") =>
    texts.filter((text) => READERS[decimal](text) !== null && READERS[other](text) === null).length;
  return only(",", ".") > only(".", ",") ? { decimal: "," } : {};
}

/** The reader of a file's numbers. */
export const numbersOf = ({ decimal = "." }: { decimal?: "," | "." }) => READERS[decimal];
