import { SURVEY_SCALE, type SurveyScale } from "../../src/core/survey-scale.ts";
import type { Draft } from "./draft.ts";

/** Scales on which surveys are answered, with the score from which an answer is favourable; the usual one is the first. */
const SCALES: readonly SurveyScale[] = [
  SURVEY_SCALE,
  { least: 1, most: 4, favourable: 3 },
  { least: 1, most: 7, favourable: 5 },
  { least: 1, most: 10, favourable: 9 },
  { least: 0, most: 10, favourable: 9 },
];

/** Answers of which one would be the highest, were there a higher one. */
const MANY = 100;

/** The scale on which a survey seems to be answered, by the scores that occur; null where that is the usual one, or there is no survey. */
export function surveyScaleIn(drafts: readonly { table: Pick<Draft["table"], "id">; columns: Draft["columns"] }[]): SurveyScale | null {
  const profile = drafts.find(({ table }) => table.id === "survey")?.columns.get("score")?.profile;
  const scores = [...(profile?.values.keys() ?? [])].map(Number).filter(Number.isInteger);
  if (!profile || scores.length === 0) return null;
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  const holding = SCALES.filter(({ least, most }) => least <= lowest && highest <= most);
  const exact = holding.find(({ least, most }) => least === Math.min(lowest, 1) && most === highest && profile.filled >= MANY);
  const found = exact ?? holding[0];
  return found === SURVEY_SCALE ? null : (found ?? null);
}
