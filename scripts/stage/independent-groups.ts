import type { Table } from "../../src/core/contract.ts";
import type { Feed } from "./feed.ts";
import { referredTables } from "./references.ts";

/** Of tables in the order of their references the hand-kept ones that refer to none but each other; any table may refer to them. */
export function sharedTables(tables: readonly Table[]): Set<Table> {
  const shared = new Map<string, Table>();
  for (const table of tables) if (table.isReference && referredTables(table).every((id) => shared.has(id))) shared.set(table.id, table);
  return new Set(shared.values());
}

/** Splits feeds into groups that do not refer to each other, and keeps their order within each: each comes after those that it refers to. */
export function independentGroups(feeds: readonly Feed[]): Feed[][] {
  return feeds.reduce<Feed[][]>((groups, feed) => {
    const referred = referredTables(feed.table);
    const holdsReferred = (group: readonly Feed[]) => group.some(({ table }) => referred.includes(table.id));
    return [...groups.filter((group) => !holdsReferred(group)), [...groups.filter(holdsReferred).flat(), feed]];
  }, []);
}
