import type { CodedFigure } from "../../src/analysis/late-answers.ts";
import { SHARE, scoreOn, topCode } from "../../src/analysis/top-coding.ts";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { doubtColumns } from "../../src/cube/component.ts";
import { isMark } from "../../src/cube/hidden.ts";
import type { Fact } from "../facts/facts.ts";

function ofFlag(name: string, column: string, among: string): CodedFigure[] {
  const isCount = name === `count__${column}` || name.startsWith(`count__${column}__`);
  return isCount ? [{ figure: name, among: name.replace(`count__${column}`, `count__${among}`), scale: SHARE }] : [];
}

function ofScore(name: string, column: string, scale: SurveyScale): CodedFigure[] {
  const isSum = name === `sum_${column}` || name.startsWith(`sum_${column}__`);
  return isSum ? [{ figure: name, among: name.replace("sum_", "count_"), scale: scoreOn(scale) }] : [];
}

/** The columns of a fact's cells that are published within limits. */
export const codedFigures = ({ coded }: Fact, columns: readonly string[], scale: SurveyScale): CodedFigure[] =>
  columns.flatMap((name) =>
    [...coded].flatMap(([column, among]) => (among === null ? ofScore(name, column, scale) : ofFlag(name, column, among))),
  );

function codedColumns(cell: Cell, { figure, among, scale }: CodedFigure): Cell {
  const n = Number(cell[among]);
  const [more, less] = doubtColumns(figure);
  if (isMark(cell) || n === 0) return { [figure]: cell[figure] ?? 0, [more]: 0, [less]: 0 };
  const { value, bound } = topCode(scale, n, Number(cell[figure]));
  const isAbout = bound === "about";
  return { [figure]: value, [more]: Number(isAbout || bound === "at_least"), [less]: Number(isAbout || bound === "at_most") };
}

/** Cells with their coded columns within their limits, and beside each the columns that say so. */
export const topCodeCells = (cells: readonly Cell[], coded: readonly CodedFigure[]): Cell[] =>
  cells.map((cell) => Object.assign({}, cell, ...coded.map((each) => codedColumns(cell, each))));
