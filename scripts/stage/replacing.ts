import type { DayCounts } from "./day-counts.ts";
import type { Feed } from "./feed.ts";
import { everByDay } from "./span.ts";
import type { StagedRows } from "./staged-rows.ts";

/** A file and all its records by day, replaced or not. */
interface Reaching {
  file: string;
  days: DayCounts;
}

/** Records of one file that count instead of those of another, since nothing but their names says which is newer. */
export interface Replacing {
  older: Reaching;
  newer: Reaching;
  /** How many of the older. */
  records: number;
}

/** Which files of a table replaced records of others by the order of their names. */
export function replacingIn({ table, sources, parts }: Feed, rows: StagedRows, fiscalStart: number): Replacing[] {
  const known = new Map<number, Reaching>();
  const reachingOf = (place: number): Reaching => {
    const reaching = known.get(place) ?? { file: parts[place]?.name as string, days: everByDay(table, rows, { file: place, fiscalStart }) };
    known.set(place, reaching);
    return reaching;
  };
  const isSaid = (newer: number, older: number) =>
    parts[newer]?.source === parts[older]?.source && sources[parts[newer]?.source ?? 0]?.newest;
  return parts.flatMap((_, newer) =>
    [...rows.tookOut(newer)]
      .filter(([older]) => !isSaid(newer, older))
      .map(([older, records]) => ({ older: reachingOf(older), newer: reachingOf(newer), records })),
  );
}
