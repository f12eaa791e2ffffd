import { visible } from "../../src/core/visible.ts";
import type { StagedTable } from "../stage/stage-table.ts";

/** So many words are shown of each header. */
const SHOWN = 5;

/** What the build says of words that `lookup` did not find; nothing where it found all. Only the build names them: they may be persons. */
export function remarkOnUnfound(tables: readonly StagedTable[]): string[] {
  const unfound = tables.flatMap(({ files }) =>
    files.flatMap(({ file, remarked }) => remarked.unfound.map((each) => ({ in: file, ...each }))),
  );
  if (unfound.length === 0) return [];
  const lines = unfound.map(({ in: file, header, words, records, file: other }) => {
    const shown = [...words.slice(0, SHOWN).map(visible), ...(words.length > SHOWN ? ["…"] : [])].join(", ");
    return `  ${file} ${header}: ${words.length} different, in ${records} records, not in ${other}: ${shown}`;
  });
  return [
    `values that lookup did not find, which are treated as missing: ${unfound.reduce((sum, { records }) => sum + records, 0)}`,
    ...lines,
  ];
}
