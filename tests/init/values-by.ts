import { type StagedTable, stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { CLOCK } from "../stage/folder.ts";
import { folderOf, initOf } from "./folder.ts";

/** What the records of a table hold below columns once a folder that `init` made is staged, record by record; null where nothing stands there. */
export async function valuesBy(files: Parameters<typeof folderOf>[0], table: string, columns: readonly string[]): Promise<unknown[][]> {
  const dataDir = folderOf(files);
  await initOf(dataDir);
  const { tables } = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress });
  const { data, rows } = tables.get(table) as StagedTable;
  return Array.from({ length: rows }, (_, at) => columns.map((name) => data.getChild(name)?.at(at) ?? null));
}
