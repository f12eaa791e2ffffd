import { formatMonth, type Period, parseMonth } from "../../core/periods.ts";
import type { RestatementCause, RestatementPart, Restatements, Vintage } from "../../data/restatements.ts";
import type { Page } from "../../site/ask/page.ts";
import { tablesOf } from "../../site/site.ts";
import type { RestatedFigure } from "./restated-figures.ts";

type RecordCause = Extract<RestatementCause, { kind: "records" }>;

const isRecords = (cause: RestatementCause): cause is RecordCause => cause.kind === "records";

/** "service requests: Sep 2026 1,204 → 1,231" */
export const countsText = (page: Page, { table, month, frozen, now }: RecordCause): string => {
  const at: Period = { grain: "month", start: parseMonth(month), end: parseMonth(month) };
  const name = page.site.tables[table];
  return page.words.restatements.counts(name ? page.say(name.label) : table, page.periodName(at), [page.count(frozen), page.count(now)]);
};

/** How many records of the tables of a metric came in, or went, in the months of a period; 0 where that is not what changed. */
function recordsOf(page: Page, { of, snapshot: { period } }: RestatedFigure, { causes }: Vintage): number {
  const tables = tablesOf(page.site, of);
  const [first, last] = [formatMonth(period.start), formatMonth(period.end)];
  const own = causes.filter(isRecords).filter(({ table, month }) => tables.includes(table) && month >= first && month <= last);
  return own.reduce((sum, { frozen, now }) => sum + now - frozen, 0);
}

/** What a part is due to. */
function nameOf(page: Page, { of, kind }: RestatementPart, records: number): string {
  const { restatements: words } = page.words;
  if (kind === "together") return words.together;
  if (of.length === 0) return words.unknown;
  const names = of.map((thing) => {
    if (thing === "records") return records > 0 ? words.lateRecords(page.count(records)) : words.records;
    if (thing === "formula" || thing === "program") return words[thing];
    return thing.startsWith("facts/") ? words.fact(thing.slice("facts/".length)) : words.file(thing);
  });
  return page.listed(names);
}

/** Why a figure is not what it was: each cause, with its part where there are several. */
export function whyText(page: Page, figure: RestatedFigure, vintage: Vintage): string {
  const { parts, of } = figure;
  const records = recordsOf(page, figure, vintage);
  const sorted = parts.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const texts = sorted.map((part) => {
    const name = nameOf(page, part, records);
    return parts.length > 1 ? page.noted(name, page.change(part.by, of.unit)) : name;
  });
  return page.clauses(...texts);
}

/** The kind of a revision, by what a person says of it, else as it was computed. */
export function revisionText(page: Page, { metric, snapshot, revision }: RestatedFigure, { notes }: Restatements): string {
  const ofPeriod = notes.filter(({ period }) => period === snapshot.name.split("/")[0]);
  const note = ofPeriod.find((each) => each.metric === metric) ?? ofPeriod.find((each) => each.metric === null);
  const kind = note?.revision ?? revision;
  const name = kind === null ? "" : page.words.restatements.revisions[kind];
  return note ? page.joined(name, page.say(note.text)) : name;
}
