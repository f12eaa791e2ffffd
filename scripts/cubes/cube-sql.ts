import type { Additive } from "../../src/cube/component.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import type { Pooling } from "../../src/data/manifest.ts";
import type { Fact } from "../facts/facts.ts";

/** SQL of the month (see core/periods) of a date. */
export const monthSql = (column: string): string =>
  `cast(extract(year from ${column}) * 12 + extract(month from ${column}) - 1 as integer)`;

/** SQL of what a cell holds of a component: of amounts the number of their parts, of anything else the aggregate itself. */
export const partsSql = ({ sql, parts, isCount }: Additive): string =>
  `cast(${(parts ?? 1) === 1 ? sql : `round(${sql} * ${parts})`} as ${isCount ? "integer" : "double"})`;

/** Rows of a fact, or of a query over it, with their month. */
const datedRows = (fact: Fact, rows: string) => `(select *, ${monthSql(fact.time)} as month from ${rows}) as facts`;

/** SQL of whether a row of `pools` is of the group of a row of `facts`, whose month is given. A row without a group is of the one that has no name. */
export const isPoolOfRow = ({ set, group, area }: Pooling, month: string): string =>
  `pools.pool_set = '${set}' and pools.month = ${month} and pools.area = ${area === null ? "''" : `facts.${area}`} and pools.member = coalesce(facts.${group}, '')`;

/** Rows of a fact with, where small groups are pooled, the pool of their group; those of no pool that can be shown are left out. */
function shownRows(fact: Fact, rows: string): string {
  if (!fact.pooling) return datedRows(fact, rows);
  return `(
    select facts.*, pools.pool from ${datedRows(fact, rows)} left join pools on ${isPoolOfRow(fact.pooling, "facts.month")}
    where pools.pool is null or pools.pool <> '${LEFT_OUT}') as facts`;
}

/** A key of a cube: a group of a pool is not distinguished from the others of it. */
const keySql = ({ pooling }: Fact, key: string) => (key === pooling?.group ? `case when pool is null then ${key} else '~pool' end` : key);

/** Rows whose hidden groups are marked, and the names of the figures that marks are without. */
interface Marked {
  rows: string;
  figures: readonly string[];
}

/**
 * Marks of hidden groups: their keys with their pool, and no figures. Every group of a pool has one wherever the pool has rows,
 * so that a mark does not show which of them took part.
 */
function marks(fact: Fact, pooling: Pooling, keys: readonly string[], { rows, figures }: Marked): string {
  const ofGroup = new Map([
    ["pool", "hidden.pool"],
    [pooling.group, `nullif(hidden.member, '') as ${pooling.group}`],
  ]);
  const columns = keys.map((key) => ofGroup.get(key) ?? `facts.${key}`);
  return `union all
    select distinct ${[...columns, "true as is_hidden", ...figures.map((id) => `0 as "${id}"`)].join(", ")}
    from ${datedRows(fact, rows)} join pools on ${isPoolOfRow(pooling, "facts.month")}
    join pools as hidden
      on hidden.pool_set = pools.pool_set and hidden.month = pools.month and hidden.area = pools.area and hidden.pool = pools.pool`;
}

/** All columns that distinguish the rows of a cube, in the order by which they are sorted. */
export const keysOfCube = ({ pooling }: Fact, keys: readonly string[]): string[] => [...keys, ...(pooling ? ["pool", "is_hidden"] : [])];

/** SQL of a cube: one row per key, the figures beside it, in the order of the keys; texts by their bytes, what is missing last. */
export function cubeSql(fact: Fact, rows: string, keys: readonly string[], figures: ReadonlyMap<string, string>): string {
  const { pooling } = fact;
  const all = pooling ? [...keys, "pool"] : keys;
  const named = all.map((key) => `${keySql(fact, key)} as ${key}`);
  const sums = [...figures].map(([id, sql]) => `coalesce(${sql}, 0) as "${id}"`);
  const hidden = pooling ? ["false as is_hidden"] : [];
  return `
    select ${[...named, ...hidden, ...sums].join(", ")} from ${shownRows(fact, rows)} group by ${all.map((key) => keySql(fact, key)).join(", ")}
    ${pooling ? marks(fact, pooling, all, { rows, figures: [...figures.keys()] }) : ""}
    order by ${keysOfCube(fact, keys)
      .map((key) => `${key} nulls last`)
      .join(", ")}`;
}
