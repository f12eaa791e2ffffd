import { distance } from "fastest-levenshtein";
import type { Text } from "./text.ts";
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
  /** What was there, as it was written; words of ours about it in both languages where they are known. */
  found: string | Text;
  /** What would have been right; in both languages where they are known. */
  expected: string | Text;
  /** What to write or to do, on a line of its own. */
  remedy?: Text | undefined;
}

/** Issues that a message shows; more than this nobody mends at once. */
const SHOWN = 20;

/** Other files that a message names. */
const SHOWN_FILES = 3;

/** `1 fault`, `1,234 faults`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const placeOf = ({ file, line, cell }: Issue) => `${file}${cell ? ` ${visible(cell)}` : line === undefined ? "" : `:${line}`}`;

/** `  exports/orders.csv:7 amount_cny: expected a number, found about 5`; what cannot be seen is written out. */
export const describeIssue = (issue: Issue): string => describe(issue, "");

/** `also` names the other files of which the same is to be said. */
function describe({ column, expected, remedy, ...issue }: Issue, also: string): string {
  const found = bothOf(issue.found);
  const { zh, en } = bothOf(expected);
  return [
    `  ${placeOf({ ...issue, expected: "" })}${column === undefined ? "" : ` ${visible(column)}`}: `,
    typeof expected === "string" ? "" : `应为 ${zh}，实为 ${visible(found.zh)}\n    `,
    `expected ${en}, found ${visible(found.en)}${also}`,
    remedy === undefined ? "" : `\n    → ${remedy.zh}\n      ${remedy.en}`,
  ].join("");
}

/** A text that is the same in both languages, or one of each. */
export const bothOf = (text: string | Text): Text => (typeof text === "string" ? { zh: text, en: text } : text);

/** Where there is nothing. */
export const NOTHING: Text = { zh: "空", en: "nothing" };

/** Issues as lines, one for all files of which the same is to be said. */
function describeAll(issues: readonly Issue[]): string[] {
  const same = Map.groupBy(issues, ({ column, found, expected, remedy }) => JSON.stringify([column, found, expected, remedy]));
  return [...same.values()].flatMap((alike) => {
    const [first, ...others] = alike as [Issue, ...Issue[]];
    if (new Set(alike.map(({ file }) => file)).size < alike.length) return alike.map(describeIssue);
    return describe(first, others.length > 0 ? `; also in ${listed(others.map(placeOf), SHOWN_FILES)}` : "");
  });
}

/** `a, b … and 3 more` */
export function listed(words: readonly string[], most: number): string {
  const rest = words.length - most;
  return words.slice(0, most).join(", ") + (rest > 0 ? ` … and ${rest.toLocaleString("en")} more` : "");
}

/** Data or settings that cannot be used: what is wrong, and where; of very many issues the first and how many more there are. */
export class DataError extends Error {
  override name = "DataError";
  readonly issues: readonly Issue[];
  /** What is wrong, without the issues. */
  readonly summary: string;

  constructor(summary: string, issues: readonly Issue[]) {
    const lines = describeAll(issues);
    const more = lines.length - SHOWN;
    super([summary, ...lines.slice(0, SHOWN), ...(more > 0 ? [`  … and ${more.toLocaleString("en")} more`] : [])].join("\n"));
    this.issues = issues;
    this.summary = summary;
  }
}

/** What `work` gives; null where it throws a DataError, which is put beside the others. */
export async function orFaults<T>(faults: DataError[], work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    faults.push(error);
    return null;
  }
}

/** Several errors as one. */
export const together = (errors: readonly DataError[]): DataError =>
  new DataError(
    [...new Set(errors.map(({ summary }) => summary))].join("\n"),
    errors.flatMap(({ issues }) => issues),
  );

/** How many letters a slip of the pen may change. */
const slipIn = (word: string) => (word.length < 5 ? 1 : word.length < 9 ? 2 : 3);

/** Whether a choice may be what a word was meant to be: a slip of the pen away, or a large part of it. */
function isNear(word: string, choice: string): boolean {
  const [a, b] = [word.toLowerCase(), choice.toLowerCase()];
  if ([...a].sort().join("") === [...b].sort().join("")) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2) return false;
  if (long.includes(short) && short.length * 2 >= long.length) return true;
  // of three letters each one counts: RUB is another currency than RMB
  return distance(a, b) <= slipIn(word) && (word.length > 3 || short.length < long.length);
}

/** The choice most like `word`, or undefined when none is near enough to be a slip of the pen. */
export function nearest(word: string, choices: Iterable<string>): string | undefined {
  const far = (choice: string) => distance(word.toLowerCase(), choice.toLowerCase());
  return [...choices].filter((choice) => isNear(word, choice)).sort((a, b) => far(a) - far(b))[0];
}

/** Choices that a message lists although one of them is near. */
const FEW = 6;

/** Choices that a message lists. */
const MANY = 40;

/** One of the choices, and which of them a word may have been meant to be; many of them only where none is near. */
export function oneOf(choices: Iterable<string>, word = ""): Text {
  const list = [...choices];
  const near = nearest(word, list);
  const isShown = near === undefined || list.length <= FEW;
  const shown = listed(list, MANY);
  return {
    zh: `${isShown ? `${list.length > 1 ? "以下之一：" : ""}${shown || "无"}` : `${list.length} 项之一`}${near ? `（是不是 ${near}？）` : ""}`,
    en: `${list.length > 1 ? "one of " : ""}${isShown ? shown || "none" : list.length}${near ? `; did you mean ${near}?` : ""}`,
  };
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
