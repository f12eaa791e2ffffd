import { counted, DataError, type Issue } from "../../src/core/errors.ts";
import { claimedTwice } from "./claims.ts";
import { copiesIn } from "./copies.ts";
import type { Feed, FeedPart, FoundFeed } from "./feed.ts";
import { checkSource, lookAt, named } from "./source-structure.ts";

/** Finds how every file is written, and leaves aside what is there twice. Throws one DataError with all that is wrong with any of them. */
export async function checkStructure(dataDir: string, feeds: readonly FoundFeed[]): Promise<Feed[]> {
  const looked: Looked[] = [];
  for (const feed of feeds) looked.push(await look(dataDir, feed));
  const issues = looked.flatMap((each) => each.issues);
  if (issues.length === 0) return looked.map(({ feed }) => feed);
  throw new DataError(`文件结构有误 · ${counted(issues.length, "fault")} in the structure of files`, issues);
}

/** A feed and what is wrong with the headers of its files. */
interface Looked {
  feed: Feed;
  issues: Issue[];
}

async function look(dataDir: string, found: FoundFeed): Promise<Looked> {
  const { table, sources } = found;
  const { files, copies } = await copiesIn(dataDir, found);
  const looked = await Promise.all(
    sources.map((source, at) =>
      lookAt(
        dataDir,
        source,
        files.filter((each) => each.source === at),
      ),
    ),
  );
  const seen = named(looked.flatMap((each) => each.seen));
  const issues = claimedTwice(dataDir, seen, sources);
  const parts: FeedPart[] = [];
  for (const [at, source] of sources.entries()) {
    const { unread = [], faults = [] } = looked[at] ?? {};
    const own = { table, source, unread, faults, seen: seen.filter((each) => each.source === at) };
    const checked = await checkSource(dataDir, own);
    parts.push(...checked.parts);
    issues.push(...checked.issues);
  }
  return { feed: { table, sources, parts, copies }, issues };
}
