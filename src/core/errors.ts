import { distance } from "fastest-levenshtein";
import { visible } from "./visible.ts";

/** Where a datum was found wrong, and how. Lines and columns count from 1. */
export interface Issue {
  /** Path of the file as the reader of the message knows it. */
  file: string;
  /** Physical line on which the record starts. */
  line?: number | undefined;
  /** Where it is in a workbook, as its readers see it: the sheet, the column and the row, such as `成员!B5`; in the place of the line. */
  cell?: string | undefined;
  /** Name of the column. */
  column?: string | undefined;
  /** What was there, as it was written. */
  found: string;
  /** What would have been right. */
  expected: string;
}

const SHOWN = 3;

/** `  exports/orders.csv:7 amount_cny: expected a number, found about 5`; what cannot be seen is written out. */
export const describeIssue = ({ file, line, cell, column, found, expected }: Issue) =>
  `  ${file}${cell === undefined ? (line === undefined ? "" : `:${line}`) : ` ${visible(cell)}`}${column === undefined ? "" : ` ${visible(column)}`}: expected ${expected}, found ${visible(found)}`;

/** Data that cannot be used: the count, the first three issues, and where the rest are. */
export class DataError extends Error {
  override name = "DataError";
  readonly issues: readonly Issue[];
  /** What is wrong, without the issues. */
  readonly summary: string;

  constructor(summary: string, issues: readonly Issue[], restIn?: string) {
    const more = issues.length - SHOWN;
    const rest = more > 0 ? [`  … and ${more} more${restIn ? ` (all in ${restIn})` : ""}`] : [];
    super([summary, ...issues.slice(0, SHOWN).map(describeIssue), ...rest].join("\n"));
    this.issues = issues;
    this.summary = summary;
  }
}

/** The choice most like `word`, or undefined when none is near enough to be a slip of the pen. */
export function nearest(word: string, choices: Iterable<string>): string | undefined {
  const ranked = [...choices]
    .map((choice) => ({ choice, far: distance(word.toLowerCase(), choice.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(2, word.length / 2) ? best.choice : undefined;
}

/** `; did you mean region?`, or nothing when no choice is near enough. */
export function orNearest(word: string, choices: Iterable<string>): string {
  const near = nearest(word, choices);
  return near ? `; did you mean ${near}?` : "";
}

/** `unknown dimension: regoin; did you mean region? (time-to-approval has product_line, region)` */
export function unknownName(what: string, word: string, choices: Iterable<string>, owner = "known"): Error {
  const list = [...choices];
  return new Error(`unknown ${what}: ${visible(word)}${orNearest(word, list)} (${owner}: ${list.join(", ") || "none"})`);
}
