import { type Draft, noSelect } from "./draft.ts";
import { formsOf } from "./forms-of-files.ts";
import type { Knowledge } from "./knowledge.ts";
import { isOneMore, type KnownSource } from "./known-sources.ts";
import { asRecords, evaluate } from "./recognise.ts";
import { profileFile } from "./sheet-profile.ts";

/** What a source that `sources.yaml` has holds, as far as its columns are those of its files; null where its files are not as they were. */
export async function draftOf(known: KnownSource, knowledge: Knowledge): Promise<Draft | null> {
  const { table, source, paths } = known;
  const sheets = (await Promise.all(paths.map((path) => profileFile({ path, name: path })))).flat();
  const form = formsOf(sheets).find(({ whole }) => isOneMore(known, whole.layout.header.names));
  if (!form) return null;
  const sheet = asRecords(form.whole, knowledge);
  const columns = new Map(evaluate(sheet, table, knowledge).columns);
  for (const [name, header] of Object.entries(source.columns)) {
    const profile = sheet.columns.find((column) => column.header === header);
    if (profile) columns.set(name, { header, profile, certainty: 1 });
  }
  const { system, rhythm } = source;
  const settings = { files: [...source.files], system, rhythm };
  return { table, form, sheet, known: null, columns, score: 1, settings, select: noSelect(), isDerived: false, after: 0, remarks: [] };
}
