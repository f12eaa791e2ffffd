import type { Column } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { NOT_STATED, notStated } from "../../src/core/not-stated.ts";
import { OWN } from "../../src/core/own-dimension.ts";
import { LOCALES, type Text, textIn } from "../../src/core/text.ts";
import type { DimensionInfo } from "../../src/data/manifest.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "../facts/facts.ts";
import type { BuiltCube } from "./cubes.ts";
import { distinctNames } from "./distinct-names.ts";

type Member = DimensionInfo["members"][number];

/** The contract's column that a dimension repeats: the one its fact names, or the one of the same name in a table of the fact. */
function columnOf(dimension: string, fact: Fact, tables: readonly Table[]): Column {
  const named = fact.dimensions.get(dimension);
  const [table, name] = named && "column" in named ? named.column.split(".") : [undefined, dimension];
  const candidates = tables.filter(({ id }) => (table ? id === table : fact.tables.includes(id)));
  const columns = candidates.flatMap(({ columns }) => columns[name ?? ""] ?? []);
  const column = columns.find(({ references, values }) => references ?? values) ?? columns[0];
  if (!column)
    throw new Error(
      `unknown dimension: ${dimension}; fact ${fact.id} neither declares it nor repeats a column of ${fact.tables.join(", ")}`,
    );
  if (column.publish !== "grouped")
    throw new Error(
      `dimension ${dimension} of fact ${fact.id} is not published by its contract: publish is ${column.publish}, expected grouped`,
    );
  return column;
}

/** Facts with a dimension, the first of which says what it is. */
type Having = readonly [Fact, ...Fact[]];

/** Members that occur in facts, named as they are written. */
async function occurring(engine: Engine, dimension: string, facts: Having): Promise<Member[]> {
  const each = facts.map(({ id }) => `select ${dimension} as id from facts.${id} where ${dimension} is not null`);
  const rows = await rowsOf<{ id: string }>(engine, `select distinct id from (${each.join(" union all ")}) as members order by 1`);
  return rows.flatMap(({ id }) => (id === NOT_STATED ? [] : { id, label: { zh: id, en: id } }));
}

/** Members of the table that a column refers to, in the order of that table's file; where it names none, those that occur. */
async function referenced(engine: Engine, { references = "", where }: Column, dimension: string, facts: Having): Promise<Member[]> {
  const [table, key] = references.split(".");
  const rows = await rowsOf<{ id: string } & Text>(
    engine,
    `select ${key} as id, zh, en from staging.${table} ${where ? `where ${where.column} = '${where.is}'` : ""}`,
  );
  return rows.length > 0 ? rows.map(({ id, zh, en }) => ({ id, label: { zh, en } })) : occurring(engine, dimension, facts);
}

/** A dimension named like the column it refers to takes that one's name, since facts use it for different roles. */
function labelOf(dimension: string, column: Column, tables: readonly Table[]): Text {
  const [table, key] = (column.references ?? "").split(".");
  const referred = key === dimension ? tables.find(({ id }) => id === table)?.columns[key] : undefined;
  return (referred ?? column).label;
}

/** Charts and tables distinguish members by their names. */
function requireNames({ id, members }: DimensionInfo): void {
  for (const locale of LOCALES) {
    const same = [...Map.groupBy(members, ({ label }) => textIn(label, locale))].find(([, named]) => named.length > 1);
    if (same)
      throw new Error(
        `两个成员同名 · two members of ${id} are called ${same[0]} in ${locale}: ${same[1].map((member) => member.id).join(", ")}`,
      );
  }
}

async function describe(engine: Engine, dimension: string, facts: Having, tables: readonly Table[]): Promise<DimensionInfo> {
  const [fact] = facts;
  const named = fact.dimensions.get(dimension);
  if (named && "zh" in named)
    return { id: dimension, label: named, members: fact.members.get(dimension) ?? (await occurring(engine, dimension, facts)) };
  const column = columnOf(dimension, fact, tables);
  const label = labelOf(dimension, column, tables);
  if (column.values) return { id: dimension, label, members: Object.entries(column.values).map(([id, label]) => ({ id, label })) };
  return {
    id: dimension,
    label,
    members: await (column.references ? referenced(engine, column, dimension, facts) : occurring(engine, dimension, facts)),
  };
}

/** The member that is not stated comes last, unless the company names it itself. */
const withNotStated = (info: DimensionInfo): DimensionInfo =>
  info.members.some(({ id }) => id === NOT_STATED) ? info : { ...info, members: [...info.members, notStated] };

/** Dimensions with the one that the company declares itself under the name that it has there; without a name as the contracts call it. */
export const withOwnName = (dimensions: readonly DimensionInfo[], name: Text | undefined): DimensionInfo[] =>
  dimensions.map((info) => (info.id === OWN && name ? { ...info, label: name } : info));

/** Every dimension of the cubes with rows, with its name and members, taken from the contracts, the reference tables and the facts' headers. */
export async function describeDimensions(
  engine: Engine,
  facts: readonly Fact[],
  cubes: readonly Pick<BuiltCube, "info" | "unstated">[],
  tables: readonly Table[],
): Promise<DimensionInfo[]> {
  const having = new Map<string, Fact[]>();
  const withRows = cubes.filter(({ info }) => info.rows > 0);
  for (const { info } of withRows) {
    const fact = facts.find(({ id }) => id === info.id) as Fact;
    for (const dimension of info.dimensions) having.set(dimension, [...(having.get(dimension) ?? []), fact]);
  }
  const unstated = new Set(withRows.flatMap((cube) => cube.unstated));
  const whole: DimensionInfo[] = [];
  for (const [dimension, [first, ...others]] of having) {
    const info = await describe(engine, dimension, [first as Fact, ...others], tables);
    whole.push(unstated.has(dimension) ? withNotStated(info) : info);
  }
  const named = whole.map((info) => ({ ...info, members: distinctNames(info.members) }));
  for (const info of named) requireNames(info);
  return named.sort((a, b) => (a.id < b.id ? -1 : 1));
}
