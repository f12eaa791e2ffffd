import { describe, expect, test } from "vitest";
import type { Reference } from "../../../src/data/reference.ts";
import { cellsOf, type MatrixCell, matrixRows, stagesOf } from "../../../src/site/matrix/matrix.ts";
import { promisesByGravity } from "../../../src/site/matrix/talk-first.ts";
import { MATRIX_SITE, matrixPage } from "../matrix-site.ts";

type Duty = Reference["duties"][number];
type Department = Reference["departments"][number];

const page = matrixPage();
const siteWith = (reference: Partial<Reference>) =>
  matrixPage({ site: { ...MATRIX_SITE, reference: { ...MATRIX_SITE.reference, ...reference } } });
const pageWith = (...duties: Duty[]) => siteWith({ duties: [...MATRIX_SITE.reference.duties, ...duties] });

const typesOf = ({ promises }: MatrixCell) => promises.map(({ requestType }) => requestType);

describe("cellsOf(page, department)", () => {
  test("gathers the outputs of a duty, and leaves one without an output in", () => {
    const outputsOf = (department: string) =>
      cellsOf(page, department)[0]?.duties.map(({ duty, outputs }) => [duty, ...outputs.map(({ output }) => output)]);
    expect(outputsOf("marketing")).toEqual([["Sales material", "pitch_kit"], ["Brand"]]);
    expect(outputsOf("rnd")).toEqual([["Product iteration", "release", "support_record"]]);
  });

  test("says how each output is counted: by requests, or by metrics", () => {
    expect(cellsOf(page, "rnd")[0]?.duties[0]?.outputs[0]).toEqual({ output: "release", isRequested: false, metrics: ["time-to-release"] });
    expect(cellsOf(page, "marketing")[0]?.duties[0]?.outputs).toEqual([{ output: "pitch_kit", isRequested: true, metrics: [] }]);
  });

  test("sets promises beside the duties that they are of, and one that no duty names in the first cell", () => {
    expect(cellsOf(page, "rnd").map((cell) => [cell.stage, typesOf(cell)])).toEqual([
      ["middle", ["custom_plan"]],
      ["front", ["technical_support"]],
    ]);
  });

  test("of a department without duties and promises are none", () => {
    expect(cellsOf(page, "finance")).toEqual([]);
  });

  test("of a department without duties hold its promises in its own stage, and in none where that is not known", () => {
    const stagesWith = (change: (departments: Department[]) => Department[]) =>
      cellsOf(siteWith({ duties: [], departments: change([...MATRIX_SITE.reference.departments]) }), "rnd").map((cell) => [
        cell.stage,
        typesOf(cell),
      ]);
    expect(stagesWith((all) => all)).toEqual([["middle", ["technical_support", "custom_plan"]]]);
    expect(stagesWith((all) => all.map((each) => ({ ...each, stage: "not_stated" })))).toEqual([
      [null, ["technical_support", "custom_plan"]],
    ]);
  });
});

describe("matrixRows(page)", () => {
  test("has the promises of a stage in the order in which they weigh", () => {
    const [ofDepartment] = matrixRows(siteWith({ duties: [] }));
    const weighed = promisesByGravity(page, "rnd").map(({ promised }) => promised?.requestType);
    expect(ofDepartment?.cells.map(typesOf)).toEqual([weighed]);
    const turned = siteWith({ duties: [], rules: MATRIX_SITE.reference.rules.toReversed() });
    expect(matrixRows(turned)[0]?.cells.map(typesOf)).toEqual([weighed]);
  });

  const rowsOf = (of = page) => matrixRows(of).map(({ department, cells }) => [department, ...cells.map(({ stage }) => stage)]);

  test("are the supporting departments, worst first, with the stages in which they do something in their order", () => {
    expect(rowsOf()).toEqual([["rnd", "front", "middle"], ["marketing", "front"], ["hr", "whole"], ["finance"]]);
    expect(stagesOf(matrixRows(page))).toEqual(["front", "middle", "whole"]);
  });

  test("keep what a department of the whole flow does in single stages apart", () => {
    const more = pageWith({
      department: "hr",
      stage: "back",
      duty: { zh: "培训", en: "Training" },
      output: null,
      request_types: ["onboarding"],
      metrics: [],
    });
    expect(rowsOf(more)[2]).toEqual(["hr", "back", "whole"]);
  });

  test("show every promise of the supporting departments once", () => {
    const shown = matrixRows(page).flatMap(({ cells }) => cells.flatMap((cell) => cell.promises));
    expect(shown.map(({ requestType }) => requestType).sort()).toEqual(["custom_plan", "hiring", "pitch_material", "technical_support"]);
  });
});
