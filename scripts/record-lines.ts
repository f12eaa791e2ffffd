import { join } from "node:path";
import { openFile } from "./read/files.ts";
import type { StagedTable } from "./stage/stage-table.ts";

/** File of a reference table and the line on which each record starts; of such a table every record is staged, in the order of its file. */
export async function recordLines(dataDir: string, { files }: StagedTable): Promise<{ file: string; lines: number[] }> {
  const file = files[0]?.file ?? "";
  const reading = await openFile(join(dataDir, file), { encoding: "utf-8", delimiter: "," });
  const lines: number[] = [];
  for await (const entries of reading?.batches ?? []) lines.push(...entries.map(({ line }) => line));
  return { file, lines };
}
