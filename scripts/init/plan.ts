import type { Table } from "../../src/core/contract.ts";
import { DataError } from "../../src/core/errors.ts";
import type { Rhythm } from "../../src/core/rhythms.ts";
import type { Text } from "../../src/core/text.ts";
import { choicesAspect } from "./aspects/choices.ts";
import { columnsAspect } from "./aspects/columns.ts";
import { datesAspect } from "./aspects/dates.ts";
import { logAspect } from "./aspects/log.ts";
import { gatherMembers, membersAspect } from "./aspects/members.ts";
import { questionsAspect } from "./aspects/questions.ts";
import { repeatsAspect } from "./aspects/repeats.ts";
import { rowsAspect } from "./aspects/rows.ts";
import { selectAspect } from "./aspects/select.ts";
import { currencyAspect } from "./currency.ts";
import { derivedFrom } from "./derived.ts";
import { type Aspect, type Draft, type Making, noSelect } from "./draft.ts";
import { splitEndings } from "./endings.ts";
import { patternOf } from "./file-patterns.ts";
import type { ExportFile } from "./find-exports.ts";
import { type FileForm, formsOf } from "./forms-of-files.ts";
import { joinHistory } from "./history.ts";
import type { Knowledge } from "./knowledge.ts";
import { isOneMore, type KnownSource } from "./known-sources.ts";
import { lookUp } from "./lookup.ts";
import { priceOut } from "./priced.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { recogniseKinds } from "./record-kinds.ts";
import { type ReferenceCopy, referenceMeantBy, referenceOf } from "./reference-copies.ts";
import { doubt, finding } from "./remark.ts";
import { profileFile, type SheetProfile } from "./sheet-profile.ts";

/** In the order in which they add to an entry. */
const ASPECTS: readonly Aspect[] = [
  rowsAspect,
  columnsAspect,
  datesAspect,
  questionsAspect,
  choicesAspect,
  membersAspect,
  currencyAspect,
  logAspect,
  repeatsAspect,
  selectAspect,
];

/** A file, or a sheet of one, that feeds no table. */
export interface Unused {
  name: string;
  why: Text;
  /** What was found of it; null where it could not be read, or holds nothing. */
  sheet: SheetProfile | null;
}

/** What is to be written. */
export interface Plan {
  drafts: Draft[];
  /** Files that are more of a source that is there already. */
  more: { known: KnownSource; files: ExportFile[] }[];
  copies: ReferenceCopy[];
  unused: Unused[];
}

/** Looks at files and says what each feeds; `fed` has the tables that have a source already. */
export async function planOf(files: readonly ExportFile[], fed: ReadonlyMap<string, KnownSource>, making: Making): Promise<Plan> {
  const plan: Plan = { drafts: [], more: [], copies: [], unused: [] };
  const sheets = (await Promise.all(files.map((file) => sheetsOf(file, plan)))).flat();
  const rest = sheets.filter((sheet) => {
    const copy = referenceOf(sheet, making.knowledge);
    if (copy) plan.copies.push(copy);
    return !copy;
  });
  const candidates: Draft[] = [];
  for (const form of formsOf(rest).filter((each) => !isMore(each, fed, plan))) candidates.push(...(await draftsOf(form, plan, making)));
  plan.drafts = settled(candidates, fed, plan);
  complete(plan, making.knowledge);
  const known = new Set([...fed.keys(), ...plan.drafts.map(({ table }) => table.id)]);
  plan.drafts.push(...derivedFrom(plan.drafts, known, making.knowledge));
  return plan;
}

/** Whether files are more of a source that is there; then they are put to it. */
function isMore({ sheets, whole }: FileForm, fed: ReadonlyMap<string, KnownSource>, { more }: Plan): boolean {
  const found = [...fed.values()].filter((known) => isOneMore(known, whole.layout.header.names));
  const files = sheets.map(({ file }) => file);
  more.push(...found.map((known) => ({ known, files })));
  return found.length > 0;
}

/** Fills the entries of a plan in; once all rosters know what the files hold. */
export async function fillIn({ drafts }: Plan, making: Making): Promise<void> {
  for (const draft of drafts) gatherMembers(draft, making);
  for (const draft of drafts) for (const aspect of ASPECTS) await aspect(draft, making);
}

async function sheetsOf(file: ExportFile, { unused }: Plan): Promise<SheetProfile[]> {
  try {
    const sheets = await profileFile(file);
    if (sheets.length === 0) unused.push({ name: file.name, why: { zh: "里面没有记录", en: "it holds no records" }, sheet: null });
    return sheets;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    unused.push({ name: file.name, why: { zh: `读不了:${error.message}`, en: "it cannot be read" }, sheet: null });
    return [];
  }
}

/** Makes columns that entries lack: of others, or of files that feed no table by themselves, which are lists and histories. */
function complete(plan: Plan, knowledge: Knowledge): void {
  for (const draft of plan.drafts) {
    priceOut(draft, knowledge);
    splitEndings(draft, knowledge);
    const idle = plan.unused.flatMap(({ sheet }) => sheet ?? []);
    const used = [lookUp(draft, idle, knowledge), joinHistory(draft, idle, knowledge)];
    plan.unused = plan.unused.filter(({ sheet }) => sheet === null || !used.includes(sheet));
  }
}

const nameOf = ({ sheets, whole }: FileForm) => [...sheets.map(({ file }) => file.name), whole.settings.sheet ?? []].flat().join(" / ");

/** Score below which, or lead over the next table below which, it is not sure what a file feeds. */
const [SURE, LEAD] = [0.55, 0.1];

async function draftsOf(form: FileForm, { unused, copies }: Plan, { knowledge, asker }: Making): Promise<Draft[]> {
  const found = recognise(form.whole, knowledge);
  const kinds = form.sheets.length === 1 ? await recogniseKinds(form.whole, found[0], knowledge) : [];
  if (kinds.length > 0) return kinds.map((each) => draftOf(form, each));
  const [best, second] = found;
  if (!best) {
    const copy = referenceMeantBy(form.whole, knowledge);
    if (copy) copies.push(copy);
    else unused.push({ name: nameOf(form), why: { zh: "不像任何一张表的数据", en: "it looks like no table" }, sheet: form.whole });
    return [];
  }
  const isSure = best.score >= SURE && best.score - (second?.score ?? 0) >= LEAD;
  if (isSure) return [draftOf(form, best)];
  const answers = found.slice(0, 3).map((each) => ({ value: each as Recognised | null, label: labelOf(each) }));
  const chosen = await asker.choose({ zh: `${nameOf(form)} 是哪张表?`, en: `Which table is ${nameOf(form)}?` }, [
    answers[0] as (typeof answers)[0],
    ...answers.slice(1),
    { value: null, label: "都不是 · none of them" },
  ]);
  if (!chosen) return [];
  const draft = draftOf(form, chosen);
  const other = second ? [labelOf(second)] : [];
  if (!asker.isThere)
    draft.remarks.push(
      doubt([], `是不是这张表${other.map((each) => `,或者是 ${each}`)}`, `whether it is this table${other.map((each) => `, or ${each}`)}`),
    );
  return [draft];
}

const labelOf = ({ table, score }: Recognised) => `${table.label.zh} ${table.id} (${Math.round(score * 100)} %)`;

function draftOf(form: FileForm, { sheet, table, known, columns, score }: Recognised): Draft {
  const { sheets, copies } = form;
  const files = sheets.map(({ file }) => file);
  const remarks = [finding([], `认出的把握 ${Math.round(score * 100)} %`, `${Math.round(score * 100)} % sure`)];
  if (copies.length > 0) remarks.push(finding(["files"], `内容相同、只读一次:${copies.join("、")}`, "copies, read once"));
  const settings = {
    files: patternOf(files),
    system: known?.system.name ?? systemOf(files[0]),
    rhythm: rhythmOf(table),
    ...sheet.settings,
  };
  return { table, form, sheet, known, columns: new Map(columns), score, settings, select: noSelect(), isDerived: false, remarks };
}

const rhythmOf = ({ time = "", columns }: Table): Rhythm => (columns[time]?.kind === "quarter" ? "quarterly" : "monthly");

/** What the first file is called, without what counts or dates it. */
function systemOf(file: ExportFile | undefined): string {
  const stem = file?.path.replace(/^.*[/\\]|\.[^.]*$/g, "") ?? "";
  return stem.replace(/[\s_\-.(（]*\d[\d\s_\-.()（）]*/g, "").trim() || stem;
}

/** One entry a table: of several the surest. */
function settled(candidates: readonly Draft[], fed: ReadonlyMap<string, KnownSource>, { unused }: Plan): Draft[] {
  const bySurety = candidates.toSorted((a, b) => b.score - a.score);
  return candidates.filter((draft) => {
    const { table, form } = draft;
    const isBest = bySurety.find((each) => each.table.id === table.id) === draft;
    if (isBest && !fed.has(table.id)) return true;
    const why = {
      zh: `也像“${table.label.zh}”的数据,而这张表已有来源`,
      en: `it looks like ${table.id} as well, which has a source already`,
    };
    unused.push({ name: nameOf(form), why, sheet: form.whole });
    return false;
  });
}
