import { describe, expect, test } from "vitest";
import { holm } from "../../../src/analysis/chance/holm.ts";

describe("holm", () => {
  test.each<[string, (number | null)[], number[]]>([
    ["one test has the whole level", [0.04], [0.05]],
    ["and none of it when it fails", [0.06], [0]],
    ["the smallest has its share, each further one a larger", [0.03, 0.01, 0.02], [0.05, 0.05 / 3, 0.025]],
    ["after the first that fails none is a signal", [0.026, 0.2, 0.001], [0, 0, 0.05 / 3]],
    ["a test that was not possible is no member", [null, 0.02, 0.03], [0, 0.025, 0.05]],
    ["nothing is judged without tests", [], []],
  ])("%s", (_, probabilities, levels) => {
    expect(holm(probabilities)).toEqual(levels);
  });

  test("keeps another level", () => {
    expect(holm([0.009, 0.5], 0.02)).toEqual([0.01, 0]);
  });
});
