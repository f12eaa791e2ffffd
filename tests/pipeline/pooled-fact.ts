import { buildCube } from "../../scripts/cubes/cubes.ts";
import type { Fact } from "../../scripts/facts/facts.ts";
import { createPools } from "../../scripts/protect/pools.ts";
import { emptyRecord } from "../../scripts/protect/record.ts";
import { loadMetrics } from "../../scripts/tools/registry.ts";
import type { PoolSet } from "../../src/core/pooling.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import type { GivenTables, Workshop } from "../facts/workshop.ts";

/** What the cube of a fact publishes of one month: how many cases are behind each number, and whose they are. */
export interface PublishedMonth {
  month: number;
  /** Cases of each group, as they are; hidden groups among them. */
  groups: ReadonlyMap<string, number>;
  numbers: readonly { cases: number; of: readonly string[] }[];
}

const METRICS = await loadMetrics();

/** The cells of a fact whose small groups are pooled, rolled up as a build does. */
export async function pooledCells(
  { engine, facts, stage, rowsOfFact }: Workshop,
  id: string,
  { given, minimum }: { given: GivenTables; minimum: number },
): Promise<Cell[]> {
  await stage(given);
  await rowsOfFact(id);
  const fact = facts.find((each) => each.id === id) as Fact;
  const minimums = { survey: minimum, ratings: minimum, delays: minimum, delay_causes: minimum } satisfies Record<PoolSet, number>;
  await engine.run("drop table pools");
  await createPools(engine, { minimums, tables: new Set(), facts: [fact], published: emptyRecord(minimum) });
  const { cells } = await buildCube(engine, fact, METRICS, { coverage: { from: "2000-01-01", until: "2026-12-31" }, fiscalStart: 1 });
  return cells.toArray() as Cell[];
}

/** Published numbers of each month beside the groups that are really there; a cell without a pool is of the group that it names. */
export function publishedMonths(
  cells: readonly Cell[],
  real: readonly { month: number; group: string; cases: number }[],
  { nameOf, component }: { nameOf: (cell: Cell) => string; component: string },
): PublishedMonth[] {
  return [...Map.groupBy(real, ({ month }) => month)].map(([month, rows]) => {
    const own = cells.filter((cell) => cell["month"] === month);
    const marks = own.filter((cell) => cell["is_hidden"] === true && cell["pool"] !== LEFT_OUT);
    const shown = own.filter((cell) => cell["is_hidden"] !== true);
    const ofPool = (pool: Cell[string]) => marks.filter((mark) => mark["pool"] === pool).map(nameOf);
    return {
      month,
      groups: new Map(rows.map(({ group, cases }) => [group, cases])),
      numbers: shown.map((cell) => ({
        cases: Number(cell[component]),
        of: cell["pool"] === null ? [nameOf(cell)] : ofPool(cell["pool"] ?? null),
      })),
    };
  });
}
