import type { ReasonWords } from "../zh/reasons.ts";

/** Endings of ids that are no noun: those of days, times and bounds. */
const NO_NOUN = /_(on|at|from|to)$/;

/** What a column holds, by the last word of its id: "a reason" of lost_reason. */
function aValueOf(column: string): string {
  const noun = NO_NOUN.test(column) ? column : column.slice(column.lastIndexOf("_") + 1);
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

const RENAME = "or rename it under values in sources.yaml";
const AT_SOURCE = "Correct it in the source system";
const TIMES =
  "Correct the times in the source system. Where it is always so, check that both columns are the right ones and in one time zone.";
const SPOILT_FORM = "Export the file again with quotes around every text; a quote within a field is written twice.";

/** Words of the reasons why records, or single values of them, were not taken, in English. */
export const reasons: ReasonWords = {
  value: {
    expected: () => "a value",
    meaning: "The column is required, but the export has no value, or a word that sources.yaml lists under missing.",
    remedy: "Add the value in the source system. If a word should not mean missing, take it off the list.",
  },
  number: {
    expected: () => "a number",
    meaning:
      "The text is not a number. Thousands separators, parentheses for less than zero, %, 万, 亿, ¥ and 元 are understood; other words are not.",
    remedy: `Export it as a plain number such as 1234.5, ${RENAME}.`,
  },
  "whole-number": {
    expected: () => "a whole number",
    meaning: "The column takes whole numbers only, and this one has decimals.",
    remedy: `${AT_SOURCE}, or check that sources.yaml names the right column.`,
  },
  "whole-up-to": {
    expected: ({ max }) => `a whole number up to ${max}`,
    meaning: "The number is too large to be a count: an identifier or an amount may stand in this column.",
    remedy: "Check that sources.yaml names the right column.",
  },
  "at-least": {
    expected: ({ min }) => `a number of at least ${min}`,
    meaning: "The number is less than the column can hold.",
    remedy: `${AT_SOURCE}, or check the unit and the column.`,
  },
  "at-most": {
    expected: ({ max }) => `a number of at most ${max}`,
    meaning: "The number is more than the column can hold.",
    remedy: `${AT_SOURCE}, or check the unit: a share is 0.2 or 20%, not 20.`,
  },
  date: {
    expected: ({ forms }) => `a date such as ${forms.join(" or ")}`,
    meaning: "The text does not have the form that sources.yaml gives for the column, or there is no such day, as 30 February.",
    remedy: "Name the form under dates in sources.yaml, such as YYYY/M/D. Correct a wrong day in the source system.",
  },
  time: {
    expected: ({ forms }) => `a time such as ${forms.join(" or ")}`,
    meaning: "The text does not have the form that sources.yaml gives for the column, or there is no such time.",
    remedy: "Name the form under dates in sources.yaml, such as YYYY/M/D H:mm. Correct a wrong time in the source system.",
  },
  "no-error": {
    expected: () => "a value, no error of a spreadsheet",
    meaning: "The cell has an error such as #N/A or #REF!: its formula did not find what it refers to.",
    remedy: "Mend the formula in the workbook, or export the values from the system.",
  },
  calculated: {
    expected: () => "a calculated value",
    meaning: "The cell has a formula that was never calculated, since the program that wrote the workbook does not do that.",
    remedy: "Open the workbook in a spreadsheet program and save it once.",
  },
  flag: {
    expected: () => "a flag such as 1 or 0, 是 or 否",
    meaning: "The word means neither yes nor no.",
    remedy: "Rename it to 1 or 0 under values in sources.yaml.",
  },
  quarter: {
    expected: () => "a quarter such as 2026Q3",
    meaning: "The text is not a fiscal quarter.",
    remedy: `Write it like 2026Q3, ${RENAME}.`,
  },
  period: {
    expected: () => "a month, quarter or year such as 2026-09, 2026Q3 or 2026",
    meaning: "The text is not a month, a quarter or a year.",
    remedy: "Write it like one of these.",
  },
  list: {
    expected: () => "values separated by semicolons, without blanks in them",
    meaning: "The column takes several values with semicolons between them; here a value has a blank in it, or there is none.",
    remedy: "Put semicolons between the values.",
  },
  identifier: {
    expected: () => "an identifier (this one was turned into a number by a spreadsheet)",
    meaning: "A spreadsheet turned a long identifier into a form such as 1.18E+11. Its last digits are lost.",
    remedy: "Export the file again and do not open it in a spreadsheet, or format the column as text first.",
  },
  "exact-identifier": {
    expected: ({ max }) => `an exact identifier: a whole number up to ${max}, or text`,
    meaning: "The export holds identifiers as binary fractions, which cannot tell such large numbers apart.",
    remedy: "Export the column as text or as whole numbers.",
  },
  "one-of": {
    expected: ({ values }) => `one of ${values.join(", ")}`,
    meaning: "The column takes a few known values only.",
    remedy: "Rename the word of the export to one of them under values in sources.yaml.",
  },
  reference: {
    expected: ({ to, where }) => `one of ${to}${where ? ` where ${where.column} is ${where.is}` : ""}`,
    meaning: "The value names a row of another table. That table has no such row, or the row was rejected.",
    remedy: `Add the row to that table, ${RENAME}.`,
  },
  rate: {
    expected: ({ month }) => `the company's currency, or one with a rate for ${month}`,
    meaning: "An amount in a foreign currency needs the rate of its month; there is none, and none is assumed.",
    remedy: "Add the rate to reference/rates.csv, or rename the currency under values in sources.yaml.",
  },
  zone: {
    expected: ({ name }) => `a time without a zone, or with one such as +08:00 or UTC; ${name} has several meanings`,
    meaning: "The same letters stand for several zones: CST is the time of China, of Chicago and of Cuba, and nothing says which it is.",
    remedy:
      "Export times with a zone such as +08:00. Where they are local times of the company, take the letters away by sql in sources.yaml.",
  },
  scale: {
    expected: ({ least, most }) => `a score from ${least} to ${most}, as survey_scale in site.yaml says`,
    meaning: "All answers to the survey are on one scale, and this one is not on it.",
    remedy: "Say in survey_scale of site.yaml which scale it is; rename answers that mean none under values in sources.yaml.",
  },
  "looked-up": {
    expected: ({ file, column }) => `one of ${column} in ${file}`,
    meaning: "The value stands in another file, under a word of the record that this file does not have.",
    remedy: "Add the word to that file; the build lists those that are missing. Or correct it in the source system.",
  },
  "unique-key": {
    expected: ({ by }) => `a key that no record before has${by === undefined ? "" : `, or another ${by}`}`,
    meaning: "Two records have the same key and different values, and nothing says which one counts.",
    remedy:
      "Keep the one that counts. Or write in sources.yaml which does: keep: latest by (or first by) and a column or a header, or keep: first.",
  },
  "not-before": {
    expected: ({ moment, columns }) => `a ${moment} on or after ${columns.join(" and ")}`,
    meaning: "Two times contradict each other: the later step has the earlier time, or the step before has none.",
    remedy: TIMES,
  },
  "not-after": {
    expected: ({ moment, column }) => `a ${moment} not after ${column}`,
    meaning: "Two times contradict each other: the earlier step has the later time.",
    remedy: TIMES,
  },
  "only-with": {
    expected: ({ column, on }) => `${aValueOf(column)} only when there is a ${on}`,
    meaning: "A column says something that cannot be without another one, which is empty.",
    remedy: `${AT_SOURCE}: add the value that is missing, or remove the other.`,
  },
  "exactly-when": {
    expected: ({ column, on, is }) => `${aValueOf(column)} exactly when the ${on} is ${is}`,
    meaning: "Another column decides whether this one has a value or is empty; here it is the other way round.",
    remedy: `${AT_SOURCE}, so that the two columns agree.`,
  },
  "only-when": {
    expected: ({ column, on, is }) => `${aValueOf(column)} only when the ${on} is ${is}`,
    meaning: "By what another column says, this one should be empty, but it has a value.",
    remedy: `${AT_SOURCE}, so that the two columns agree.`,
  },
  unless: {
    expected: ({ column, on, is }) => `${aValueOf(column)}, unless the ${on} is ${is}`,
    meaning: "By what another column says, this one should have a value, but it is empty.",
    remedy: `${AT_SOURCE}: add the value, or correct the other column.`,
  },
  "not-both": {
    expected: ({ columns: [one, other] }) => `either ${one} or ${other}, not both`,
    meaning: "Only one of two things can have happened, but both columns have a value.",
    remedy: `${AT_SOURCE}: empty the column of what did not happen.`,
  },
  "no-more-than": {
    expected: ({ column }) => `no more than ${column}`,
    meaning: "A part is larger than its whole.",
    remedy: `${AT_SOURCE}, or check that both columns are the right ones.`,
  },
  fields: {
    expected: ({ count }) => `${count} fields`,
    meaning: "The record has more or fewer fields than the header, often because a field with a separator in it has no quotes.",
    remedy: "Export the file again with quotes around such texts, or check the delimiter in sources.yaml.",
  },
  "whole-quotes": {
    expected: () => "quotes around a whole field only",
    meaning: "A field has a quote in it, but does not begin with one.",
    remedy: SPOILT_FORM,
  },
  "separator-after-quote": {
    expected: () => "a separator or a line break after a closing quote",
    meaning: "There is text after the closing quote of a field.",
    remedy: SPOILT_FORM,
  },
  "closing-quote": {
    expected: () => "a closing quote",
    meaning: "A quote is opened and never closed; to read on would swallow the records that follow.",
    remedy: SPOILT_FORM,
  },
  "no-nul": {
    expected: () => "text without NUL bytes",
    meaning: "The record has a NUL byte: the file is damaged, or in another encoding.",
    remedy: "Export the file again. If that does not help, check the encoding in sources.yaml.",
  },
  "json-object": {
    expected: () => "a JSON object",
    meaning: "The cell should hold a JSON object, whose members sources.yaml takes as columns, but cannot be read as one.",
    remedy: "Correct the record in the system, or take what is needed by sql in sources.yaml.",
  },
  encoding: {
    expected: ({ encoding }) => `text in ${encoding}`,
    meaning: "The record has bytes that do not belong to the encoding.",
    remedy: "Name the right encoding in sources.yaml, such as gb18030, or export the file in UTF-8.",
  },
};
