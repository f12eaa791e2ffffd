/** The scale on which a company's survey is answered, in whole numbers. */
export interface SurveyScale {
  least: number;
  most: number;
  /** Answers from here on are favourable; above the least. */
  favourable: number;
}

/** That of a company which says none. */
export const SURVEY_SCALE: SurveyScale = { least: 1, most: 5, favourable: 4 };
