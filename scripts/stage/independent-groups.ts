import type { Feed } from "./feed.ts";
import { referredTables } from "./references.ts";

/** Feeds by what must be staged before what. */
interface Split {
  /** Hand-kept tables that refer to none but each other; any table may refer to them. */
  shared: Feed[];
  /** Tables of different groups do not refer to each other. */
  groups: Feed[][];
}

/** Splits feeds and keeps their order within each part: each comes after those that it refers to. */
export function independentGroups(feeds: readonly Feed[]): Split {
  return feeds.reduce<Split>(
    ({ shared, groups }, feed) => {
      const referred = referredTables(feed.table);
      const holdsReferred = (group: readonly Feed[]) => group.some(({ table }) => referred.includes(table.id));
      const related = groups.filter(holdsReferred);
      if (feed.table.isReference && related.length === 0) return { shared: [...shared, feed], groups };
      return { shared, groups: [...groups.filter((group) => !holdsReferred(group)), [...related.flat(), feed]] };
    },
    { shared: [], groups: [] },
  );
}
