import { describe, expect, test } from "vitest";
import { cellsOf, type MatrixCell, matrixRows } from "../../../src/site/matrix/matrix.ts";
import { MATRIX_SITE, matrixPage } from "../matrix-site.ts";

type Duty = (typeof MATRIX_SITE)["reference"]["duties"][number];

const page = matrixPage();
const pageWith = (...duties: Duty[]) =>
  matrixPage({ site: { ...MATRIX_SITE, reference: { ...MATRIX_SITE.reference, duties: [...MATRIX_SITE.reference.duties, ...duties] } } });

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
    expect(cellsOf(page, "rnd").map((cell) => [cell.stage, typesOf(cell), cell.requestTypes])).toEqual([
      ["middle", ["custom_plan"], ["custom_plan"]],
      ["front", ["technical_support"], ["technical_support"]],
    ]);
  });

  test("of a department without duties in the flow are none", () => {
    expect(cellsOf(page, "finance")).toEqual([]);
  });
});

describe("of a department that promises something, but has no duty,", () => {
  const { reference } = MATRIX_SITE;
  const rowOf = (stage: string) => {
    const departments = reference.departments.map((each) => (each.department === "hr" ? { ...each, stage } : each));
    const duties = reference.duties.filter(({ department }) => department !== "hr");
    const [row] = matrixRows(matrixPage({ site: { ...MATRIX_SITE, reference: { ...reference, departments, duties } } })).filter(
      ({ department }) => department === "hr",
    );
    return row?.cells.map((cell) => cell && [cell.stage, ...typesOf(cell)]);
  };

  test.each([
    ["at a stage", "middle", [null, ["middle", "hiring"], null]],
    ["of the whole flow", "whole", [["whole", "hiring"]]],
    ["whose stage nobody states", "not_stated", [["not_stated", "hiring"]]],
  ])("the promises stand where it is: %s", (_, stage, cells) => {
    expect(rowOf(stage)).toEqual(cells);
  });
});

describe("matrixRows(page)", () => {
  const rowsOf = (of = page) => matrixRows(of).map(({ department, cells }) => [department, ...cells.map((cell) => cell?.stage ?? null)]);

  test("are the supporting departments by the stages in which they do something; the whole flow is one cell", () => {
    expect(rowsOf()).toEqual([
      ["marketing", "front", null, null],
      ["rnd", "front", "middle", null],
      ["hr", "whole"],
      ["finance", null, null, null],
    ]);
  });

  test("keep what a department of the whole flow does in single stages", () => {
    const more = pageWith({
      department: "hr",
      stage: "back",
      duty: { zh: "培训", en: "Training" },
      output: null,
      request_types: ["hiring"],
      metrics: [],
    });
    const cell = matrixRows(more)[2]?.cells[0];
    expect([cell?.duties.map(({ duty }) => duty), cell && typesOf(cell), cell?.requestTypes]).toEqual([
      ["Recruiting", "Training"],
      ["hiring"],
      ["hiring"],
    ]);
  });

  test("show every promise of the supporting departments once", () => {
    const shown = matrixRows(page).flatMap(({ cells }) => cells.flatMap((cell) => cell?.promises ?? []));
    expect(shown.map(({ requestType }) => requestType).sort()).toEqual(["custom_plan", "hiring", "pitch_material", "technical_support"]);
  });
});
