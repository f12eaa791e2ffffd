import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { Engine } from "../engine/engine.ts";

/** Creates `staging.survey_scale`: the one row of the scale on which the survey is answered. */
export async function createSurveyScale(engine: Engine, { least, most, favourable }: SurveyScale): Promise<void> {
  await engine.run(
    `create or replace table staging.survey_scale as select ${least} as least, ${most} as most, ${favourable} as favourable`,
  );
}
