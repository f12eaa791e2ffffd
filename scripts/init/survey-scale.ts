import { SURVEY_SCALE, type SurveyScale } from "../../src/core/survey-scale.ts";
import type { Draft } from "./draft.ts";

/** Scales on which surveys are answered, with the score from which an answer is favourable, the smallest first; the usual one is the first of all. */
const SCALES: readonly SurveyScale[] = [
  SURVEY_SCALE,
  { least: 0, most: 5, favourable: 4 },
  { least: 1, most: 6, favourable: 5 },
  { least: 1, most: 7, favourable: 5 },
  { least: 1, most: 10, favourable: 9 },
  { least: 0, most: 10, favourable: 9 },
];

/** Answers of which one would be the highest, were there a higher one. */
const MANY = 100;

/**
 * The scale on which a survey seems to be answered, to be checked: the smallest that holds its scores where the usual one does not, and the
 * usual one where none of many answers has its highest score. Null where the usual one is beyond doubt, none holds the scores, or there is no survey.
 */
export function surveyScaleIn(drafts: readonly { table: Pick<Draft["table"], "id">; columns: Draft["columns"] }[]): SurveyScale | null {
  const profile = drafts.find(({ table }) => table.id === "survey")?.columns.get("score")?.profile;
  const scores = [...(profile?.values.keys() ?? [])].map(Number).filter(Number.isInteger);
  if (!profile || scores.length === 0) return null;
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  const found = SCALES.find(({ least, most }) => least <= lowest && highest <= most) ?? null;
  const isDoubtful = highest < SURVEY_SCALE.most && profile.filled >= MANY;
  return found === SURVEY_SCALE && !isDoubtful ? null : found;
}
