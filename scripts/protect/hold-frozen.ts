import { columnFromArray, tableFromColumns } from "@uwdata/flechette";
import { fewestBetween, type PublishedSum } from "../../src/analysis/between-publications.ts";
import type { Month } from "../../src/core/periods.ts";
import { CASES_OF, type Minimums, type PoolSet } from "../../src/core/pooling.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { isMark, LEFT_OUT } from "../../src/cube/hidden.ts";
import { compact } from "../cubes/compact.ts";
import { type BuiltCube, isRecorded } from "../cubes/cubes.ts";

/** What a snapshot shows. */
export interface FrozenCells {
  /** `2026Q3/v1` */
  snapshot: string;
  /** Its cells of a fact; null where it does not know the fact. */
  cellsOf(fact: string): readonly Cell[] | null;
}

/** A cube whose small groups are pooled by the cases behind them. */
interface Pooled {
  built: BuiltCube;
  set: PoolSet;
  cells: readonly Cell[];
  /** Its cells in each snapshot that has any, the last one last. */
  frozen: readonly (readonly Cell[])[];
}

const NOT_OF_GROUPS = ["pool", "is_hidden", "month"];

/** What tells the groups of a cube apart: the members of its dimensions. */
const groupOf = (cell: Cell): string =>
  JSON.stringify(
    Object.entries(cell)
      .filter(([name, value]) => typeof value !== "number" && !NOT_OF_GROUPS.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const figuresOf = (cell: Cell) =>
  Object.fromEntries(Object.entries(cell).filter(([name, value]) => typeof value === "number" && name !== "month")) as Record<
    string,
    number
  >;

/** What the cells of one month publish. */
function sumsOf(cells: readonly Cell[]): PublishedSum[] {
  const marks = cells.filter((cell) => isMark(cell) && cell["pool"] !== LEFT_OUT);
  return cells
    .filter((cell) => !isMark(cell))
    .map((cell) => {
      const pooled = marks.filter(({ pool }) => pool === cell["pool"]).map(groupOf);
      return { of: cell["pool"] === null ? [groupOf(cell)] : pooled, figures: figuresOf(cell) };
    });
}

const inMonth = (cells: readonly Cell[], month: Month) => cells.filter((cell) => cell["month"] === month);

/** Whether today's figures of a month would, beside what is frozen of it, give away those of fewer cases than the minimum. */
function isRevealing({ cells, frozen, set }: Pooled, month: Month, minimums: Minimums): boolean {
  const now = sumsOf(inMonth(cells, month));
  return frozen.some((each) => {
    const before = sumsOf(inMonth(each, month));
    const counts = Object.keys({ ...before[0]?.figures, ...now[0]?.figures }).filter((name) => name.startsWith("count"));
    return before.length > 0 && fewestBetween(before, now, counts) < minimums[set];
  });
}

/** The cells of a month as they were frozen last; where cubes now have other columns, one that says that all are hidden. */
function heldCells({ built, cells, frozen }: Pooled, month: Month): Cell[] {
  const [own, last] = [inMonth(cells, month), inMonth(frozen.at(-1) ?? [], month)];
  const names = built.cells.names;
  if (last.every((cell) => names.length === Object.keys(cell).length && names.every((name) => name in cell))) return last;
  const [like] = own;
  if (!like) return [];
  const empty = Object.fromEntries(Object.entries(like).map(([name, value]) => [name, typeof value === "number" ? 0 : null]));
  return [{ ...empty, month, pool: LEFT_OUT, is_hidden: true }];
}

function withCells({ built }: Pooled, cells: readonly Cell[]): BuiltCube {
  const columns = built.cells.names.map((name) => [
    name,
    columnFromArray<unknown>(
      cells.map((cell) => cell[name] ?? null),
      built.cells.getChild(name).type,
    ),
  ]);
  return { ...built, cells: compact(tableFromColumns(Object.fromEntries(columns))), info: { ...built.info, rows: cells.length } };
}

/** What a build publishes beside what is frozen. */
export interface Held {
  cubes: BuiltCube[];
  /** Months of which something is shown as it was frozen last. */
  months: Month[];
}

/**
 * Keeps small groups hidden across snapshots and the live site: a month that has changed, since it was frozen, by fewer cases than may be
 * shown is published as it was frozen last, with all that counts the same cases. The survey has a record of its own for this.
 */
export function holdFrozen(cubes: readonly BuiltCube[], frozen: readonly FrozenCells[], minimums: Minimums): Held {
  const pooled = cubes.flatMap((built): Pooled[] => {
    const set = built.info.pooling?.set;
    if (set === undefined || isRecorded(built.info)) return [];
    const before = frozen.map(({ cellsOf }) => cellsOf(built.info.id)).filter((cells) => cells !== null);
    return [{ built, set, cells: built.cells.toArray() as Cell[], frozen: before }];
  });
  const heldIn = new Map<string, Set<Month>>();
  for (const each of pooled)
    for (const month of new Set(each.frozen.flat().map((cell) => Number(cell["month"]))))
      if (isRevealing(each, month, minimums)) {
        const kind = CASES_OF[each.set];
        heldIn.set(kind, (heldIn.get(kind) ?? new Set()).add(month));
      }
  const byId = new Map(
    pooled.map((each) => {
      const held = heldIn.get(CASES_OF[each.set]) ?? new Set();
      if (held.size === 0) return [each.built.info.id, each.built] as const;
      const kept = each.cells.filter((cell) => !held.has(Number(cell["month"])));
      return [each.built.info.id, withCells(each, [...kept, ...[...held].flatMap((month) => heldCells(each, month))])] as const;
    }),
  );
  return {
    cubes: cubes.map((built) => byId.get(built.info.id) ?? built),
    months: [...new Set([...heldIn.values()].flatMap((months) => [...months]))].sort((a, b) => a - b),
  };
}
