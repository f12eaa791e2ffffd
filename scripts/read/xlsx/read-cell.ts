import { type Cell, cellFault, EMPTY } from "./cell.ts";
import { unescaped } from "./escapes.ts";
import type { Meaning } from "./number-format.ts";
import { numberCell } from "./number-text.ts";
import { isoCell, serialCell } from "./serial-time.ts";

/** A cell as it is written. */
export interface WrittenCell {
  /** Its `t`; "n" is the default. */
  type: string;
  /** Its value, or its own text; null when it has none. */
  value: string | null;
  isFormula: boolean;
  /** What its format makes of a number. */
  meaning: Meaning;
}

/** Texts by their number, from 0. */
interface SharedTexts {
  length: number;
  at: (place: number) => string | undefined;
}

/** What cells of a workbook need to be read. */
export interface CellContext {
  /** Texts that cells share. */
  strings: SharedTexts;
  /** Whether days are counted from 1904-01-01. */
  is1904: boolean;
}

const FLAGS: Readonly<Record<string, string>> = { "1": "TRUE", "0": "FALSE", true: "TRUE", false: "FALSE" };

/** What a cell says, or why it says nothing. A formula says its result when the file was last saved. */
export function readCell({ type, value, isFormula, meaning }: WrittenCell, { strings, is1904 }: CellContext): Cell {
  if (value === null || (value === "" && type !== "str")) return isFormula ? cellFault("a formula without a result", "calculated") : EMPTY;
  switch (type) {
    case "n":
      return meaning === "number" ? numberCell(value.trim()) : serialCell(value.trim(), meaning, is1904);
    case "s":
      return sharedCell(value.trim(), strings);
    case "str":
      return textCell(unescaped(value));
    case "inlineStr":
      return textCell(value);
    case "b":
      return flagCell(value.trim());
    case "e":
      return cellFault(value.trim(), "no-error");
    case "d":
      return isoCell(value.trim(), meaning);
    default:
      return cellFault(`a cell of type ${type}`, "cell-type");
  }
}

const textCell = (text: string): Cell => (text === "" ? EMPTY : { kind: "text", text });

function sharedCell(index: string, strings: SharedTexts): Cell {
  const text = /^\d+$/.test(index) ? strings.at(Number(index)) : undefined;
  return text === undefined ? cellFault(`text ${index} of ${strings.length}, counted from 0`, "shared-text") : textCell(text);
}

function flagCell(value: string): Cell {
  const text = FLAGS[value];
  return text === undefined ? cellFault(value, "flag") : { kind: "flag", text };
}
