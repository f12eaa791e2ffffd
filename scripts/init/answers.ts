import type { ColumnProfile } from "./column-profile.ts";
import { plainHeader } from "./plain-header.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import type { Words } from "./words.ts";

/** Questions that make a sheet one of answers. */
const LEAST = 3;

/** A header that is a question: it has a number, or is a sentence. */
const QUESTION = /^(?:Q|第)?\s*\d+\s*[题、.)．:：_ ]|^Q\d+$|[?？]$|^\S+(?: \S+){3,}$|\p{Script=Han}{8}/iu;

/** Different scores that answers have at least; a flag has two. */
const SCORES = 3;

/** Scores that are answers, at most ten. */
const SCORE_FORM = /^(?:10|\d)$/;

/** The questions of a sheet that has a column for each, and the scale of their answers. */
interface Questions {
  columns: readonly ColumnProfile[];
  /** From the least favourable answer to the most; empty where answers are scores. */
  scale: readonly string[];
}

/** Null where a sheet holds no answers: in words of a scale, or as scores of several questions. */
export function questionsIn({ columns }: Pick<SheetProfile, "columns">, { answers, unanswered }: Words): Questions | null {
  const none = unanswered.map(plainHeader);
  for (const scale of answers) {
    const plain = scale.map(plainHeader);
    const isAnswer = (value: string) => plain.includes(plainHeader(value)) || none.includes(plainHeader(value));
    const own = columns.filter(({ values }) => values.size > 1 && [...values.keys()].every(isAnswer));
    if (own.length >= LEAST) return { columns: own, scale };
  }
  const isScore = (value: string) => SCORE_FORM.test(value) || none.includes(plainHeader(value));
  const scored = columns.filter(
    ({ header, values }) => QUESTION.test(header) && values.size >= SCORES && [...values.keys()].every(isScore),
  );
  return scored.length >= LEAST ? { columns: scored, scale: [] } : null;
}

/** The columns into which questions are turned. */
export const [ITEM, SCORE] = ["题目", "得分"];

/** The place of an answer on a scale, from 1, or the score that it is; null for what is no answer. */
export function placeOn(scale: readonly string[], value: string): number | null {
  if (scale.length === 0) return SCORE_FORM.test(value) ? Number(value) : null;
  const place = scale.findIndex((answer) => plainHeader(answer) === plainHeader(value));
  return place === -1 ? null : place + 1;
}

/** A sheet as it is once each answer is a record: in the place of its questions stand the question and the score. */
export function withAnswers<S extends Pick<SheetProfile, "columns">>(sheet: S, words: Words): S {
  const questions = questionsIn(sheet, words);
  if (!questions) return sheet;
  const items = new Map(questions.columns.map(({ header, filled }) => [header, filled]));
  const scores = new Map<string, number>();
  for (const { values } of questions.columns)
    for (const [value, count] of values) {
      const score = placeOn(questions.scale, value);
      if (score !== null) scores.set(String(score), (scores.get(String(score)) ?? 0) + count);
    }
  const rest = sheet.columns.filter((column) => !questions.columns.includes(column));
  return { ...sheet, columns: [...rest, profileOf(ITEM, items), profileOf(SCORE, scores)] };
}

function profileOf(header: string, values: ReadonlyMap<string, number>): ColumnProfile {
  const filled = [...values.values()].reduce((sum, count) => sum + count, 0);
  return { header, rows: filled, filled, values, blanks: new Map(), distinctness: values.size / filled };
}
