import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { profileOf } from "../../scripts/init/column-profile.ts";
import { surveyScaleIn } from "../../scripts/init/survey-scale.ts";
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
    ["1 to 4 of many", [1, 2, 3, 4], { least: 1, most: 4, favourable: 3 }],
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
  expect(site).toContain("# 请核对:问卷的分制");
});
