import type { Table } from "../../src/core/contract.ts";
import type { Rhythm } from "../../src/core/rhythms.ts";
import type { Text } from "../../src/core/text.ts";
import { type Draft, type Making, noSelect } from "./draft.ts";
import { patternOf } from "./file-patterns.ts";
import type { ExportFile } from "./find-exports.ts";
import type { FileForm } from "./forms-of-files.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { recogniseKinds } from "./record-kinds.ts";
import { type ReferenceCopy, referenceMeantBy } from "./reference-copies.ts";
import { doubt, finding } from "./remark.ts";

/** What a form of files is called. */
export const nameOf = ({ sheets, whole }: FileForm) =>
  [...new Set(sheets.map(({ file }) => file.name)), ...[whole.settings.sheet ?? []].flat()].join(" / ");

/** Score below which, or lead over the next table below which, it is not sure what a file feeds. */
const [SURE, LEAD] = [0.55, 0.1];

/** What a form of files becomes: entries, one for each kind of records; or a hand-kept table; nothing where it looks like no table. */
export async function whatIs(form: FileForm, { knowledge, asker }: Making): Promise<{ drafts: Draft[]; copy?: ReferenceCopy }> {
  const found = recognise(form.whole, knowledge);
  const kinds = form.sheets.length === 1 ? await recogniseKinds(form.whole, found[0], knowledge) : [];
  if (kinds.length > 0) return { drafts: kinds.map((each) => draftOf(form, each)) };
  const [best, second] = found;
  if (!best) {
    const copy = referenceMeantBy(form.whole, knowledge);
    return { drafts: [], ...(copy ? { copy } : {}) };
  }
  const isSure = best.score >= SURE && best.score - (second?.score ?? 0) >= LEAD;
  if (isSure) return { drafts: [draftOf(form, best)] };
  const answers = found.slice(0, 3).map((each) => ({ value: each as Recognised | null, label: labelOf(each) }));
  const chosen = await asker.choose({ zh: `${nameOf(form)} 是哪张表?`, en: `Which table is ${nameOf(form)}?` }, [
    answers[0] as (typeof answers)[0],
    ...answers.slice(1),
    { value: null, label: "都不是 · none of them" },
  ]);
  if (!chosen) return { drafts: [] };
  const draft = draftOf(form, chosen);
  const other = second ? [labelOf(second)] : [];
  if (!asker.isThere)
    draft.remarks.push(
      doubt([], `是不是这张表${other.map((each) => `，或者是 ${each}`)}`, `whether it is this table${other.map((each) => `, or ${each}`)}`),
    );
  return { drafts: [draft] };
}

const labelOf = ({ table, score }: Recognised) => `${table.label.zh} ${table.id} (${Math.round(score * 100)} %)`;

/** The entry that files make of what they may be. */
export function draftOf(form: FileForm, { sheet, table, known, columns, score }: Recognised): Draft {
  const { sheets, copies } = form;
  const files = sheets.map(({ file }) => file);
  const remarks = copies.length > 0 ? [finding(["files"], `内容相同、只读一次：${copies.join("、")}`, "copies, read once")] : [];
  const isWestern = sheets.every(({ layout }) => layout.format === "csv" && layout.encoding === "windows-1252");
  if (isWestern)
    remarks.push(
      doubt(["encoding"], "不是 UTF-8，也不像中文；带重音的字母对吗", "neither UTF-8 nor Chinese; are letters with accents right"),
    );
  const settings = {
    files: patternOf(files),
    system: known ? shortest(known.system.name) : systemOf(files[0]),
    rhythm: rhythmOf(table),
    ...sheet.settings,
    ...(isWestern ? { encoding: "windows-1252" } : {}),
  };
  return { table, form, sheet, known, columns: new Map(columns), score, settings, select: noSelect(), isDerived: false, after: 0, remarks };
}

/** A name that is the same in each language, once. */
const shortest = (name: Text): string | Text => (name.zh === name.en ? name.zh : name);

const rhythmOf = ({ time = "", columns }: Table): Rhythm => (columns[time]?.kind === "quarter" ? "quarterly" : "monthly");

/** What the first file is called, without what counts or dates it. */
function systemOf(file: ExportFile | undefined): string {
  const stem = file?.path.replace(/^.*[/\\]|\.[^.]*$/g, "") ?? "";
  return stem.replace(/[\s_\-.(（]*\d[\d\s_\-.()（）]*/g, "").trim() || stem;
}
