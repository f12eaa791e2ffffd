import { describeIssue } from "../../src/core/errors.ts";
import { sumOfOutcomes } from "../../src/core/outcomes.ts";
import type { StagedTable } from "../stage/stage-table.ts";

/** What the build says of rejected records that are few enough to go on: of each table how many, what is wrong with most of them, and what to write. */
export function remarkOnRejected(tables: readonly StagedTable[]): string[] {
  const counted = tables.map(({ table, files, faults }) => ({
    ...{ id: table.id, faults, rejected: sumOfOutcomes(files).rejected },
    read: files.reduce((sum, file) => sum + file.read, 0),
  }));
  const some = counted.filter(({ rejected }) => rejected > 0);
  if (some.length === 0) return [];
  const total = some.reduce((sum, { rejected }) => sum + rejected, 0).toLocaleString("en");
  return [
    `未采用的记录：${total} 条 · records rejected: ${total}`,
    ...some.flatMap(({ id, faults: [main, ...others], rejected, read }) => {
      const [few, all] = [rejected.toLocaleString("en"), read.toLocaleString("en")];
      const most = others.length > 0 ? { zh: "，主要原因", en: ", most of them for this" } : { zh: "", en: "" };
      return [
        `  ${id}: ${few} / ${all} 条，见 .tandem/rejects/${id}.csv${most.zh} · ${few} of ${all}, in that file${most.en}`,
        ...(main ? [describeIssue(main)] : []),
      ];
    }),
  ];
}
