import type { CodedFigure } from "../../src/analysis/late-answers.ts";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { keysOfCube } from "../cubes/cube-sql.ts";
import { type BuiltCube, PEOPLE } from "../cubes/cubes.ts";
import type { Fact } from "../facts/facts.ts";
import { codedFigures, topCodeCells } from "./top-code.ts";

/** The people behind a cell in all its publications, added up. */
export const SEEN = "people_seen";

/** A fact whose quarters are recorded, with its cells as they would be published today. */
export interface ProtectedFact {
  id: string;
  built: BuiltCube;
  coded: readonly CodedFigure[];
  /** Columns that distinguish its cells, without the month. */
  by: readonly string[];
  /** Columns that are published of each cell. */
  figures: readonly string[];
  /** Figures of the answers that have a flag which says nothing of people, and that of all answers. */
  wholes: ReadonlyMap<string, string>;
  cells: readonly Cell[];
}

/** `sum_score__is_process` is a part of `sum_score`. */
const wholesOf = (figures: readonly string[], flags: readonly string[]) =>
  new Map(
    flags.flatMap((flag) => figures.filter((name) => name.includes(`__${flag}`)).map((name) => [name, name.replace(`__${flag}`, "")])),
  );

export function protectedFact(built: BuiltCube, fact: Fact, scale: SurveyScale): ProtectedFact {
  const coded = codedFigures(fact, built.cells.names, scale);
  const by = keysOfCube(fact, built.info.dimensions);
  const cells = topCodeCells(built.cells.toArray() as Cell[], coded);
  const figures = Object.keys(cells[0] ?? {}).filter((name) => !["month", PEOPLE, ...by].includes(name));
  return { id: fact.id, built, coded, by, figures, wholes: wholesOf(figures, fact.impersonal), cells };
}
