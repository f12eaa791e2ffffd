import type { SurveyScale } from "../core/survey-scale.ts";
import type { Language } from "./language.ts";

/** A language that calls and draws the scores of a survey as of a scale. */
export function onScale(language: Language, { least, most }: SurveyScale): Language {
  const { forms } = language;
  return { ...language, forms: { ...forms, units: { ...forms.units, score: forms.onScale(least, most) } } };
}
