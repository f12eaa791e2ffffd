import { z } from "zod";
import { SURVEY_SCALE, type SurveyScale } from "../core/survey-scale.ts";

/** The longest scale is one of hundredths. */
const place = z.int().min(0).max(100);

/** `survey_scale` of `site.yaml`, such as `{ least: 0, most: 10, favourable: 9 }`; without it 1 to 5, favourable from 4. */
export const surveyScaleSchema = z
  .strictObject({ least: place, most: place, favourable: place })
  .refine(({ least, most }) => least < most, {
    path: ["most"],
    error: ({ input }) => `expected more than least, which is ${(input as SurveyScale).least}`,
  })
  .refine(({ least, most, favourable }) => least >= most || (favourable > least && favourable <= most), {
    path: ["favourable"],
    error: ({ input }) => `expected a score above ${(input as SurveyScale).least}, up to ${(input as SurveyScale).most}`,
  })
  .default(SURVEY_SCALE);
