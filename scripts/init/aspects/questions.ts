import { ITEM, placeOn, questionsIn, SCORE } from "../answers.ts";
import type { Aspect } from "../draft.ts";

/** Turns a column for each question into a record for each answer. */
export const questionsAspect: Aspect = ({ columns, settings, form }, { knowledge }) => {
  const questions = questionsIn(form.whole, knowledge.words);
  const score = [...columns].find(([, { header }]) => header === SCORE)?.[0];
  if (!questions || score === undefined) return;
  settings.unpivot = { columns: questions.columns.map(({ header }) => header), name: ITEM, value: SCORE };
  const found = [...new Set(questions.columns.flatMap(({ values, blanks }) => [...values.keys(), ...blanks.keys()]))];
  const scores = found.map((value) => [value, placeOn(questions.scale, value)] as const).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  const renamed = scores
    .map(([value, place]) => [value, place === null ? "" : String(place)] as const)
    .filter(([value, place]) => value !== place);
  if (renamed.length > 0) settings.values = { ...settings.values, [score]: Object.fromEntries(renamed) };
};
