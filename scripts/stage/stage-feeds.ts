import { join } from "node:path";
import type { Progress } from "../progress.ts";
import { type Failure, failureOf } from "./policy.ts";
import type { ReferenceBook } from "./references.ts";
import { RejectFile } from "./rejects.ts";
import { type StagedTable, stageTable } from "./stage-table.ts";
import type { Feed } from "./structure.ts";

export interface StagingContext {
  dataDir: string;
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStart: number;
  /** The tables that are staged already; those that keep to their policy are added. */
  references: ReferenceBook;
  progress: Progress;
}

/** What became of a table. */
export interface Outcome {
  staged: StagedTable;
  /** Null when the table keeps to its policy. */
  failure: Failure | null;
}

/** Where the rejects of a data folder are kept. */
export const rejectsDir = (dataDir: string) => join(dataDir, ".tandem", "rejects");

/** Stages tables one after the other; each must come after those that it refers to. */
export async function* stageFeeds(feeds: readonly Feed[], context: StagingContext): AsyncGenerator<Outcome, void, undefined> {
  for (const feed of feeds) {
    const { id } = feed.table;
    const rejects = new RejectFile(join(rejectsDir(context.dataDir), `${id}.csv`));
    const { key, ...staged } = await stageTable(feed, { ...context, rejects });
    const failure = failureOf(staged, feed.source.max_rejected, rejects);
    if (!failure) context.references.add(id, staged.data, key);
    yield { staged, failure };
  }
}
