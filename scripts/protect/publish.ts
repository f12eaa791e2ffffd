import { columnFromArray, type DataType, float64, int32, tableFromColumns } from "@uwdata/flechette";
import type { Month } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import { compact } from "../cubes/compact.ts";
import { type BuiltCube, isRecorded } from "../cubes/cubes.ts";
import type { Fact } from "../facts/facts.ts";
import { type ProtectedFact, protectedFact } from "./protected-fact.ts";
import { type FactQuarter, fatesOf, keptCells, newCells, recorded } from "./quarter.ts";
import type { PublishedQuarter, SurveyRecord } from "./record.ts";
import type { SurveyPools } from "./survey-pools.ts";

export interface PublishOptions {
  facts: readonly Fact[];
  published: SurveyRecord;
  pools: SurveyPools;
  /** The month with which each quarter that is over ends. */
  months: ReadonlyMap<string, Month>;
}

/** What a build publishes of the survey. */
export interface Publication {
  /** The cubes that were given; those of facts whose quarters are recorded as they may be published. */
  cubes: BuiltCube[];
  record: SurveyRecord;
  /** Quarters whose answers changed by too few people to be published again. */
  heldBack: string[];
}

/** The cells of each fact in a quarter, and whether they are those published before in spite of changes. */
interface Decision {
  cells: Map<ProtectedFact, Cell[]>;
  isHeld: boolean;
}

/** A quarter is published as a whole: all of its figures as they are today, or all as they were. */
function decide(given: readonly FactQuarter[], isSafe: boolean, minimum: number): Decision {
  const fates = new Map(given.map((each) => [each, fatesOf(each, minimum)]));
  const all = given.flatMap((each) => (each.before ? [...(fates.get(each)?.values() ?? [])] : []));
  const isHeld = all.includes("held") || (all.includes("new") && !isSafe);
  const cells = given.map((each) => [each.fact, isHeld ? keptCells(each) : newCells(each, fates.get(each) ?? new Map())] as const);
  return { cells: new Map(cells), isHeld };
}

function recordOf(before: PublishedQuarter | undefined, { cells }: Decision, pooled: SurveyPools["pooled"]): PublishedQuarter {
  const facts = [...cells].map(([fact, own]) => [fact.id, recorded(fact, own)] as const);
  const pools = pooled.filter(({ pool }) => pool !== LEFT_OUT).map(({ side, department, pool }) => ({ side, department, pool }));
  return { pools, facts: { ...before?.facts, ...Object.fromEntries(facts) } };
}

/** The type of a column as it is published: a coded figure is a fraction, the columns beside it count cells, and every other stays what it was. */
function typeOf({ built, coded }: ProtectedFact, name: string): DataType {
  if (coded.some(({ figure }) => figure === name)) return float64();
  return built.cells.names.includes(name) ? built.cells.getChild(name).type : int32();
}

/** The cells as a cube; without any the cube that there was, which has none either. */
function cubeOf(fact: ProtectedFact, cells: readonly Cell[]): BuiltCube {
  const { built, by, figures, coded } = fact;
  if (cells.length === 0) return built;
  const keys = ["month", ...by];
  const valuesOf = (name: string) => cells.map((cell) => cell[name] ?? null);
  const columns = Object.fromEntries(
    [...keys, ...figures].map((name) => [name, columnFromArray<unknown>(valuesOf(name), typeOf(fact, name))]),
  );
  const months = cells.map(({ month }) => Number(month));
  const info = { ...built.info, first: Math.min(...months), rows: cells.length, coded: coded.map(({ figure }) => figure) };
  return { ...built, cells: compact(tableFromColumns(columns)), info };
}

/**
 * Puts cubes of facts whose quarters are recorded into the form in which they may be published: their sums within limits, and quarters
 * that were published before as they were, unless so many people were added that no comparison of the two gives away fewer than the minimum.
 */
export function publishProtected(cubes: readonly BuiltCube[], { facts, published, pools, months }: PublishOptions): Publication {
  const own = cubes.flatMap((built) =>
    facts.filter((fact) => isRecorded(fact) && fact.id === built.info.id).map((fact) => protectedFact(built, fact, published.survey_scale)),
  );
  const [cells, quarters] = [new Map(own.map((fact) => [fact.id, [] as Cell[]])), { ...published.quarters }];
  const heldBack: string[] = [];
  for (const [quarter, month] of months) {
    const before = published.quarters[quarter];
    const given = own.map((fact) => ({
      quarter,
      fact,
      before: before?.facts[fact.id],
      now: fact.cells.filter((cell) => cell["month"] === month),
    }));
    const decision = decide(given, !pools.unsafe.has(quarter), published.minimum_group);
    if (decision.isHeld) heldBack.push(quarter);
    if (before || [...decision.cells.values()].some((each) => each.length > 0))
      quarters[quarter] = recordOf(
        before,
        decision,
        pools.pooled.filter((pooled) => pooled.quarter === quarter),
      );
    for (const [{ id }, each] of decision.cells) cells.get(id)?.push(...each.map((cell) => ({ ...cell, month })));
  }
  const byId = new Map(own.map((fact) => [fact.id, cubeOf(fact, cells.get(fact.id) ?? [])]));
  return { cubes: cubes.map((built) => byId.get(built.info.id) ?? built), record: { ...published, quarters }, heldBack };
}
