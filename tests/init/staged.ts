import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { sumOfOutcomes } from "../../src/core/outcomes.ts";
import { CLOCK } from "../stage/folder.ts";
import { folderOf, initOf } from "./folder.ts";

/** What becomes of the records of a folder that `init` made: by table, those that were read and what they became. */
export async function stagedBy(files: Parameters<typeof folderOf>[0]) {
  const folder = folderOf(files);
  await initOf(folder);
  const { tables } = await stageAll({
    dataDir: folder,
    clock: CLOCK,
    progress: silentProgress,
  });
  return Object.fromEntries(
    [...tables].map(([id, { files: reports }]) => {
      const { accepted, rejected, set_aside, merged, replaced } = sumOfOutcomes(reports);
      return [id, { accepted, rejected, set_aside, merged, replaced }];
    }),
  );
}
