import { expect, test } from "vitest";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import { descriptionOf } from "../../src/publish/description.ts";
import { metrics } from "../../src/site/registry.ts";

test("descriptionOf(metric) is a sentence for every metric of src/metrics/", () => {
  expect(metrics.filter((metric) => !/^[A-Z][^{}]*\.$/.test(descriptionOf(metric, {}).en))).toEqual([]);
});

test("descriptionOf(metric, config) says the scale of the site's survey, by default 1 to 5 and favourable from 4", () => {
  const said = (id: string, survey_scale?: SurveyScale) => descriptionOf({ id }, { survey_scale });
  expect([said("process-satisfaction").zh, said("favourable-share").en]).toEqual([
    "期内对流程各题回答的平均分，1 至 5 分。",
    "Of all answers in the period, the share of 4 or more.",
  ]);
  const ten = { least: 0, most: 10, favourable: 9 };
  expect([said("mechanism-satisfaction", ten).en, said("favourable-share", ten).zh]).toEqual([
    "Mean score of the answers to the items on the mechanism in the period, 0 to 10.",
    "期内的全部回答中 9 分及以上的占比。",
  ]);
});

test("descriptionOf(metric) throws on a metric without documentation", () => {
  expect(() => descriptionOf({ id: "tiny" }, {})).toThrow("no documentation of a metric: tiny; src/metrics/tiny.ts has to export it");
});
