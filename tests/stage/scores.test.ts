import { expect, test } from "vitest";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import { CLOCK, dataFolder } from "./folder.ts";

/** The scores that a scale takes of an export, and why the others are rejected. */
async function staged(surveyScale: SurveyScale, scores: readonly string[]) {
  const lines = scores.map((score) => `2026Q1,sales,sales,clear,${score}`);
  const dataDir = dataFolder(
    { survey: { files: "survey.csv" } },
    { "survey.csv": ["quarter,side,department,item,score", ...lines].join("\n") },
  );
  const { tables } = await stageAll({ dataDir, clock: { ...CLOCK, surveyScale }, progress: silentProgress });
  const [column, rows] = [tables.get("survey")?.data.getChild("score"), tables.get("survey")?.rows ?? 0];
  const { reasons } = tables.get("survey")?.files[0] ?? {};
  return [Array.from({ length: rows }, (_, row) => column?.at(row)), reasons?.map(({ reason, count }) => [reason, count])];
}

test.each([
  [{ least: 1, most: 4, favourable: 3 }, ["1", "4", "5", "0", ""], [1, 4, null], 2],
  [{ least: 0, most: 10, favourable: 9 }, ["0", "10", "11", "7"], [0, 10, 7], 1],
])("on the scale %j answers lie between its ends; others are rejected by its name", async (scale, given, taken, rejected) => {
  const { least, most } = scale;
  expect(await staged(scale, given)).toEqual([taken, [[{ code: "scale", least, most }, rejected]]]);
});

test("a score that is no whole number is rejected for that", async () => {
  expect(await staged({ least: 0, most: 10, favourable: 9 }, ["8", "8.5"])).toEqual([[8], [[{ code: "whole-number" }, 1]]]);
});
