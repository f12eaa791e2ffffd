import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { profileOf } from "../../scripts/init/column-profile.ts";
import { surveyScaleIn } from "../../scripts/init/survey-scale.ts";
import { SURVEY_SCALE } from "../../src/core/survey-scale.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

/** The scale of a survey in which each of these scores stands so often. */
function scaleOf(scores: readonly number[], times: number) {
  const values = new Map(scores.map((score) => [String(score), times]));
  const profile = profileOf("得分", values);
  return surveyScaleIn([{ table: { id: "survey" }, columns: new Map([["score", { header: "得分", profile, certainty: 1 }]]) }]);
}

describe("surveyScaleIn(drafts)", () => {
  test.each([
    ["1 to 5", [1, 2, 3, 4, 5], null],
    ["1 to 4 of many, which leave doubt,", [1, 2, 3, 4], SURVEY_SCALE],
    ["2 to 5 of many", [2, 3, 4, 5], null],
    ["0 to 5", [0, 3, 5], { least: 0, most: 5, favourable: 4 }],
    ["1 to 6", [1, 2, 3, 4, 5, 6], { least: 1, most: 6, favourable: 5 }],
    ["3 to 7", [3, 5, 7], { least: 1, most: 7, favourable: 5 }],
    ["2 to 9", [2, 9], { least: 1, most: 10, favourable: 9 }],
    ["0 to 10", [0, 6, 10], { least: 0, most: 10, favourable: 9 }],
    ["0 to 100", [0, 55, 100], null],
  ])("takes scores of %s for a scale that holds them", (_, scores, scale) => {
    expect(scaleOf(scores, 50)).toEqual(scale);
  });

  test("takes a few scores below the highest for the usual scale", () => {
    expect(scaleOf([2, 3, 4], 5)).toBeNull();
  });

  test("knows none without a survey", () => {
    expect(surveyScaleIn([])).toBeNull();
  });
});

test("initFolder writes the scale of a survey, to be checked, into site.yaml", async () => {
  const answers = rows(20, (at) => `2026/3/${1 + at},市场部,${at % 11},${(at + 3) % 11},${(at + 5) % 11}`);
  const folder = folderOf({ "问卷.csv": csv("提交答卷时间,您的部门,1、流程清楚吗,2、答复及时吗,3、愿意再合作吗", ...answers) });
  const { exports } = await initOf(folder);
  const site = readFileSync(join(folder, "site.yaml"), "utf8");
  expect(Object.keys(exports)).toEqual(["survey"]);
  expect(parse(site)).toMatchObject({ survey_scale: { least: 0, most: 10, favourable: 9 } });
  expect(site).toContain("# 请核对：问卷的分制");
});

test("initFolder writes the usual scale, to be checked, where none of many answers has its highest score", async () => {
  const answers = rows(40, (at) => `2026/3/${1 + (at % 28)},市场部,${1 + (at % 4)},${1 + ((at + 1) % 4)},${1 + ((at + 2) % 4)}`);
  const folder = folderOf({ "问卷.csv": csv("提交答卷时间,您的部门,1、流程清楚吗,2、答复及时吗,3、愿意再合作吗", ...answers) });
  await initOf(folder);
  const site = readFileSync(join(folder, "site.yaml"), "utf8");
  expect(parse(site)).toMatchObject({ survey_scale: { least: 1, most: 5, favourable: 4 } });
  expect(site).toContain("# 请核对：问卷的分制");
});
