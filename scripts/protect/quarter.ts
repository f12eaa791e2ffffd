import { type Fate, fateOf, type PublishedFigures } from "../../src/analysis/late-answers.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { isMark } from "../../src/cube/hidden.ts";
import { PEOPLE } from "../cubes/cubes.ts";
import { type ProtectedFact, SEEN } from "./protected-fact.ts";
import { type PublishedCells, RECORD } from "./record.ts";

/** A fact in one quarter: its cells as they were published, and as they would be today. */
export interface FactQuarter {
  quarter: string;
  fact: ProtectedFact;
  before: PublishedCells | undefined;
  now: readonly Cell[];
}

/** The cells of a record. */
export const cellsOf = ({ columns, rows }: PublishedCells): Cell[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));

const keyOf = (cell: Cell, by: readonly string[]) => JSON.stringify(by.map((name) => cell[name]));

/** The figures of cells that have any, by what distinguishes them. */
function figuresByKey(cells: readonly Cell[], by: readonly string[], figures: readonly string[]): Map<string, PublishedFigures> {
  const figuresOf = (cell: Cell): PublishedFigures => ({
    people: Number(cell[PEOPLE]),
    seen: Number(cell[SEEN] ?? 0),
    figures: Object.fromEntries(figures.map((name) => [name, Number(cell[name])])),
  });
  return new Map(cells.filter((cell) => !isMark(cell)).map((cell) => [keyOf(cell, by), figuresOf(cell)]));
}

/** A cell as it was published and as it would be, without the figures that in either only repeat those of all answers: they say what was asked. */
function withoutRepeated(
  wholes: ProtectedFact["wholes"],
  both: readonly [PublishedFigures | undefined, PublishedFigures | undefined],
): typeof both {
  const isRepeated = (name: string) => {
    const whole = wholes.get(name);
    return whole !== undefined && both.some((each) => each?.figures[whole] !== undefined && each.figures[name] === each.figures[whole]);
  };
  const [before, now] = both.map(
    (each) => each && { ...each, figures: Object.fromEntries(Object.entries(each.figures).filter(([name]) => !isRepeated(name))) },
  );
  return [before, now];
}

function requireSameKeys({ quarter, fact, before }: FactQuarter): void {
  if (!before || before.by.join() === fact.by.join()) return;
  throw new Error(
    `问卷这一季度发布时的维度与现在不同 · the survey of ${quarter} was published by ${before.by.join(", ")}, and metrics now break it down by ${fact.by.join(", ")} (fact ${fact.id}); restore the dimensions of the metrics, or remove the quarter from ${RECORD} to publish it again`,
  );
}

/** What becomes of every cell. Throws where cells of the record cannot be compared with those of today. */
export function fatesOf(given: FactQuarter, minimum: number): Map<string, Fate> {
  requireSameKeys(given);
  const { fact, before, now } = given;
  const figures = fact.figures.filter((name) => before?.columns.includes(name) ?? true);
  const [earlier, later] = [figuresByKey(before ? cellsOf(before) : [], fact.by, figures), figuresByKey(now, fact.by, figures)];
  const coded = fact.coded.filter(({ figure }) => figures.includes(figure));
  const keys = new Set([...earlier.keys(), ...later.keys()]);
  return new Map(
    Array.from(keys, (key) => {
      const [was, is] = withoutRepeated(fact.wholes, [earlier.get(key), later.get(key)]);
      return [key, fateOf(was, is, { minimum, coded })];
    }),
  );
}

/** The cells as they were published. Throws where a column is asked for that was not. */
export function keptCells({ quarter, fact, before }: FactQuarter): Cell[] {
  const missing = before ? fact.figures.find((name) => !before.columns.includes(name)) : undefined;
  if (missing === undefined) return before ? cellsOf(before) : [];
  throw new Error(
    `问卷这一季度发布时没有这一列，而回答后来改过 · the survey of ${quarter} was published without ${missing} (fact ${fact.id}), and its answers have changed since; restore the answers, or remove the quarter from ${RECORD} to publish it again`,
  );
}

/** The cells of today, each with the people of all its publications. */
export function newCells({ fact, before, now }: FactQuarter, fates: ReadonlyMap<string, Fate>): Cell[] {
  const earlier = figuresByKey(before ? cellsOf(before) : [], fact.by, []);
  return now.map((cell) => {
    const key = keyOf(cell, fact.by);
    const added = fates.get(key) === "new" ? Number(cell[PEOPLE]) : 0;
    return { ...cell, [SEEN]: (earlier.get(key)?.seen ?? 0) + added };
  });
}

/** Cells in the form of the record. */
export function recorded({ by, figures }: ProtectedFact, cells: readonly Cell[]): PublishedCells {
  const columns = [...by, ...figures, PEOPLE, SEEN];
  return { by: [...by], columns, rows: cells.map((cell) => columns.map((name) => cell[name] ?? null)) };
}
