import type { Aspect, Draft } from "../draft.ts";
import { type ByTime, comparedByTime, recordsByTime } from "../records-by-time.ts";
import { doubt, finding } from "../remark.ts";
import type { SheetProfile } from "../sheet-profile.ts";

/** Of 1, how many records of a day that two files have are the same where the newer one repeats the older one. */
const REPEATED = 0.9;

/** Of files of a table without a key that have the same days, whether all records count or those of the newest: what the records show, else what somebody answers. */
export const overlapAspect: Aspect = async (draft, { asker }) => {
  const { table, form, settings, remarks } = draft;
  if (table.key.length > 0 || form.sheets.length < 2 || settings.overlap !== undefined) return;
  const { shared, same } = await comparedIn(draft);
  if (shared === 0) return;
  const apart = same === 0 ? columnApart(form.sheets) : null;
  const isRepeated = same >= shared * REPEATED;
  const [sum, newest] = [
    { value: "sum" as const, label: "都算 · all count (sum)" },
    { value: "newest_file" as const, label: "以新文件为准 · those of the newest file (newest_file)" },
  ];
  const likely = same < shared / 2 ? ([sum, newest] as const) : ([newest, sum] as const);
  const isSure = apart !== null || isRepeated;
  settings.overlap = isSure ? likely[0].value : await asker.choose(question(draft, shared, same), likely);
  if (apart !== null) {
    remarks.push(
      finding(
        ["overlap"],
        `几个文件日期相同，“${apart}”各不相同：都算`,
        `files have days in common, and each has its own ${apart}: all records count`,
      ),
    );
  } else if (isSure || !asker.isThere) {
    const [zh, en] = settings.overlap === "sum" ? ["都算", "all count"] : ["以新文件为准", "those of the newest file count"];
    remarks.push(
      doubt(
        ["overlap"],
        `同日记录 ${shared} 条，${same} 条相同：${zh}`,
        `${same} of ${shared} records of days in common are the same: ${en}`,
      ),
    );
  }
};

const question = ({ table }: Draft, shared: number, same: number) => ({
  zh: `“${table.label.zh}”的几个文件日期相同（${shared} 条，其中 ${same} 条相同），怎样算？`,
  en: `Files of ${table.id} have days in common (${shared} records, ${same} of them the same): which count?`,
});

/** How many records of an older file are of a day, or a quarter, that a newer one has, and how many of them that one has as well. */
async function comparedIn(draft: Draft): Promise<{ shared: number; same: number }> {
  const files: ByTime[] = [];
  for (const sheet of draft.form.sheets) files.push(await recordsByTime(draft, sheet, draft.table.time ?? ""));
  const pairs = files.flatMap((newer, at) => files.slice(0, at).map((older) => comparedByTime(older, newer)));
  return pairs.reduce((all, { shared, same }) => ({ shared: all.shared + shared, same: all.same + same }), { shared: 0, same: 0 });
}

/** Header of the column in which each file has names of its own, such as those of its department; null where none has. */
function columnApart(sheets: readonly SheetProfile[]): string | null {
  const [first] = sheets as [SheetProfile];
  const isApart = ({ header }: { header: string }) => {
    const found = sheets.flatMap(({ columns }) => columns.filter((column) => column.header === header));
    const isNames = found.every(
      ({ filled, rows, distinctness, values }) => filled === rows && distinctness < 0.5 && areNames(values.keys()),
    );
    const different = new Set(found.flatMap(({ values }) => [...values.keys()]));
    return found.length === sheets.length && isNames && different.size === found.reduce((sum, { values }) => sum + values.size, 0);
  };
  return first.columns.find(isApart)?.header ?? null;
}

const areNames = (values: Iterable<string>) => [...values].every((value) => /\p{L}/u.test(value));
