import type { Additive } from "../src/cube/component.ts";
import { LEFT_OUT } from "../src/cube/hidden.ts";
import type { Fact } from "./facts.ts";

/** SQL of the month (see core/periods) of a date. */
export const monthSql = (column: string): string =>
  `cast(extract(year from ${column}) * 12 + extract(month from ${column}) - 1 as integer)`;

/** SQL of what a cell holds of a component: of amounts the number of their parts, of anything else the aggregate itself. */
export const partsSql = ({ sql, parts }: Additive): string => `cast(${(parts ?? 1) === 1 ? sql : `${sql} * ${parts}`} as double)`;

/** Rows of a fact, or of a query over it, with their month. */
const datedRows = (fact: Fact, rows: string) => `(select *, ${monthSql(fact.time)} as month from ${rows}) as facts`;

const POOL_OF_ROW = "pools on pools.month = facts.month and pools.side = facts.side and pools.department = facts.department";

/** Rows of a fact with, where small groups are pooled, the pool of their group; those of no pool that can be shown are left out. */
function shownRows(fact: Fact, rows: string): string {
  if (!fact.isProtected) return datedRows(fact, rows);
  return `(
    select facts.*, pools.pool from ${datedRows(fact, rows)} left join ${POOL_OF_ROW}
    where pools.pool is null or pools.pool <> '${LEFT_OUT}') as facts`;
}

/** A key of a cube: a department of a pool is not told from the others of it. */
const keySql = ({ isProtected }: Fact, key: string) =>
  isProtected && key === "department" ? "case when pool is null then department else '~pool' end" : key;

/**
 * Marks of hidden groups: their keys with their pool, and no figures. Every group of a pool has one wherever the pool has rows,
 * so that a mark does not tell which of them answered.
 */
function marks(fact: Fact, rows: string, keys: readonly string[], figures: readonly string[]): string {
  const ofGroup = new Set(["department", "pool"]);
  const columns = keys.map((key) => (ofGroup.has(key) ? `hidden.${key}` : `facts.${key}`));
  return `union all
    select distinct ${[...columns, "true as is_hidden", ...figures.map((id) => `0 as "${id}"`)].join(", ")}
    from ${datedRows(fact, rows)} join ${POOL_OF_ROW}
    join pools as hidden on hidden.month = pools.month and hidden.side = pools.side and hidden.pool = pools.pool`;
}

/** All columns that tell the rows of a cube apart, in the order by which they are sorted. */
export const keysOfCube = ({ isProtected }: Fact, keys: readonly string[]): string[] => [
  ...keys,
  ...(isProtected ? ["pool", "is_hidden"] : []),
];

/** SQL of a cube: one row per key, the figures beside it, in no particular order. */
export function cubeSql(fact: Fact, rows: string, keys: readonly string[], figures: ReadonlyMap<string, string>): string {
  const all = fact.isProtected ? [...keys, "pool"] : keys;
  const named = all.map((key) => `${keySql(fact, key)} as ${key}`);
  const sums = [...figures].map(([id, sql]) => `coalesce(${sql}, 0) as "${id}"`);
  const hidden = fact.isProtected ? ["false as is_hidden"] : [];
  return `
    select ${[...named, ...hidden, ...sums].join(", ")} from ${shownRows(fact, rows)} group by ${all.map((key) => keySql(fact, key)).join(", ")}
    ${fact.isProtected ? marks(fact, rows, all, [...figures.keys()]) : ""}`;
}
