import type { CodedFigure } from "../../src/analysis/late-answers.ts";
import { SHARE, scoreOn, topCode } from "../../src/analysis/top-coding.ts";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { doubtColumns } from "../../src/cube/component.ts";
import { isMark } from "../../src/cube/hidden.ts";
import { PEOPLE } from "../cubes/cubes.ts";
import type { Fact } from "../facts/facts.ts";

const ofFlag = (name: string, column: string): CodedFigure[] =>
  name === `count__${column}` ? [{ figure: name, among: null, scale: SHARE }] : [];

function ofScore(name: string, column: string, scale: SurveyScale): CodedFigure[] {
  const isSum = name === `sum_${column}` || name.startsWith(`sum_${column}__`);
  return isSum ? [{ figure: name, among: name.replace("sum_", "count_"), scale: scoreOn(scale) }] : [];
}

/** The columns of a fact's cells that are published within limits. */
export const codedFigures = ({ coded }: Fact, columns: readonly string[], scale: SurveyScale): CodedFigure[] =>
  columns.flatMap((name) =>
    [...coded].flatMap(([column, holds]) => (holds === "flag" ? ofFlag(name, column) : ofScore(name, column, scale))),
  );

function codedColumns(cell: Cell, { figure, among, scale }: CodedFigure): Cell {
  const n = Number(cell[among ?? PEOPLE]);
  const [more, less] = doubtColumns(figure);
  if (isMark(cell) || n === 0) return { [figure]: cell[figure] ?? 0, [more]: 0, [less]: 0 };
  const { value, bound } = topCode(scale, n, Number(cell[figure]));
  const isAbout = bound === "about";
  return { [figure]: value, [more]: Number(isAbout || bound === "at_least"), [less]: Number(isAbout || bound === "at_most") };
}

/** Cells with their coded columns within their limits, and beside each the columns that say so. */
export const topCodeCells = (cells: readonly Cell[], coded: readonly CodedFigure[]): Cell[] =>
  cells.map((cell) => Object.assign({}, cell, ...coded.map((each) => codedColumns(cell, each))));
