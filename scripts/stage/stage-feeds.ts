import { join } from "node:path";
import type { CompanyClock } from "../read/company-clock.ts";
import type { Progress } from "../tools/progress.ts";
import type { Feed } from "./feed.ts";
import { type Failure, tooManyRejects, undecidedOverlaps } from "./policy.ts";
import type { ReferenceBook } from "./references.ts";
import { RejectFile } from "./rejects.ts";
import { type StagedTable, stageTable } from "./stage-table.ts";

export interface StagingContext {
  dataDir: string;
  clock: CompanyClock;
  /** The tables that are staged already; those within their policy are added. */
  references: ReferenceBook;
  progress: Progress;
}

/** What became of a table. */
export interface FeedResult {
  staged: StagedTable;
  /** None when the table is within its policy. */
  failures: Failure[];
}

/** Where the rejects of a data folder are kept. */
export const rejectsDir = (dataDir: string) => join(dataDir, ".tandem", "rejects");

/** Stages tables one after the other; each must come after those that it refers to. */
export async function* stageFeeds(feeds: readonly Feed[], context: StagingContext): AsyncGenerator<FeedResult, void, undefined> {
  for (const feed of feeds) {
    const { id } = feed.table;
    const rejects = new RejectFile(join(rejectsDir(context.dataDir), `${id}.csv`));
    const { staged, content, key, overlaps } = await stageTable(feed, { ...context, rejects });
    const found = [tooManyRejects(staged, feed, rejects.path), undecidedOverlaps(staged, overlaps)];
    const failures = found.filter((failure) => failure !== null);
    if (failures.length === 0) context.references.add(id, content, key);
    yield { staged, failures };
  }
}
