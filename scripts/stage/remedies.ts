import type { Table } from "../../src/core/contract.ts";
import { counted, listed, nearest } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { wallClock } from "../read/company-clock.ts";
import { dateForm } from "../read/date-forms.ts";
import { swappedForm } from "../read/swapped-form.ts";
import { USUAL_FORMS } from "../read/usual-forms.ts";
import { inLine } from "../tools/yaml-text.ts";
import { shownTexts, type Tallied } from "./fault-tally.ts";
import type { ReferenceBook } from "./references.ts";

/** What is said of a fault beside what was expected. */
interface Said {
  found?: string;
  remedy?: Text;
}

interface Context {
  table: Table;
  /** Records that were taken. */
  rows: number;
  references: ReferenceBook;
  /** The column that tells records of one key apart most often; null where none does. */
  latestBy: string | null;
}

/** What is found, and the very line to write, where a fault has one. */
export function remedyFor(fault: Tallied, context: Context): Said {
  const { code } = fault.reason;
  if (code === "one-of" || code === "reference") return unmapped(fault, context);
  if (code === "date" || code === "time") return unread(fault, context);
  return code === "unique-key" ? repeated(fault, context) : {};
}

/** Values that a line of settings names. */
const MAPPED = 20;

/** Texts that name no member: the lines that would say which they mean. */
function unmapped({ column, texts }: Tallied, { table, references }: Context): Said {
  const of = column === null ? undefined : table.columns[column];
  if (column === null || of === undefined || table.isReference) return {};
  const ids = of.values ? new Map(Object.entries(of.values).map(([id, { zh, en }]) => [id, [zh, en]])) : references.namesOf(of);
  const byName = new Map([...ids].flatMap(([id, names]) => [id, ...names].map((name) => [name, id] as const)));
  const meant = (text: string) => byName.get(nearest(text, byName.keys()) ?? "") ?? "?";
  const pairs = [...texts].sort(([, a], [, b]) => b - a).map(([text]) => [text, meant(text)] as const);
  // an order that is not there is none of the others
  if (ids.size > MAPPED && pairs.every(([, id]) => id === "?")) return {};
  const line = `${column}: { ${listed(
    pairs.map(([text, id]) => `${inLine(text)}: ${id === "?" ? id : inLine(id)}`),
    MAPPED,
  )} }`;
  const open = pairs.some(([, id]) => id === "?") ? listed([...ids.keys()], MAPPED) : null;
  return {
    remedy: {
      zh: `写在 sources.yaml 的 exports.${table.id}.values 下：${line}${open ? `；? 处填 ${open} 之一，或先在 reference/ 中补上` : ""}`,
      en: `write under exports.${table.id}.values in sources.yaml: ${line}${open ? `; for ? one of ${open}, or add it in reference/` : ""}`,
    },
  };
}

// the zone does not matter for whether a text is of a form
const clock = wallClock("UTC");

/** Texts that are alike but for their digits, by one of them, with how often they occur. */
function alike(texts: ReadonlyMap<string, number>): Map<string, number> {
  const groups = Map.groupBy(texts, ([text]) => text.replace(/\d/g, "9"));
  return new Map([...groups.values()].map((group) => [group[0]?.[0] ?? "", group.reduce((sum, [, count]) => sum + count, 0)]));
}

/** Days or times of unknown forms: how often each occurs, and the form that reads the most; both where day and month may be taken for each other. */
function unread({ column, texts }: Tallied, { table }: Context): Said {
  const found = shownTexts(alike(texts));
  if (table.isReference) return { found, remedy: { zh: "写成 2026-03-31", en: "write it like 2026-03-31" } };
  const readBy = (form: string) => {
    const read = dateForm(form, clock);
    return sumOf([...texts].filter(([text]) => read(text) !== null));
  };
  const [best] = FORMS.map((form) => ({ form, count: readBy(form) })).sort((a, b) => b.count - a.count);
  if (!best || best.count === 0) return { found };
  const other = swappedForm(best.form);
  const isOpen = other !== null && readBy(other) === best.count;
  const forms = isOpen ? [best.form, other].sort() : [best.form];
  const [line = "", orElse] = forms.map((form) => `${column}: ["${form}"]`);
  const all = sumOf([...texts]);
  const reads = best.count < all ? { zh: `读 ${all} 条中的 ${best.count} 条`, en: `${best.count} of ${all}` } : null;
  const said = isOpen
    ? {
        zh: `日在前：${line}，月在前：${orElse}${reads ? `（各能${reads.zh}）` : ""}，请核对是哪种`,
        en: `${line} where the day comes first, or ${orElse} where the month does${reads ? ` (each reads ${reads.en})` : ""}: check which`,
      }
    : { zh: `${line}${reads ? `（能${reads.zh}）` : ""}`, en: `${line}${reads ? `, which reads ${reads.en}` : ""}` };
  const place = { zh: `写在 sources.yaml 的 exports.${table.id}.dates 下`, en: `write under exports.${table.id}.dates in sources.yaml` };
  return { found, remedy: { zh: `${place.zh}：${said.zh}`, en: `${place.en}: ${said.en}` } };
}

const FORMS: readonly string[] = [...USUAL_FORMS, "excel", "epoch"];

const sumOf = (counts: readonly (readonly [string, number])[]) => counts.reduce((sum, [, count]) => sum + count, 0);

/** Several records of one key: which of them counts. */
function repeated({ count, texts }: Tallied, { table, rows, latestBy }: Context): Said {
  if (table.isReference) return {};
  const found = `${counted(rows + count, "row")} with ${counted(rows, "key")}, such as ${[...texts.keys()][0]}`;
  const log = {
    zh: `是事件日志吗？见 .github/SOURCES.md 的 A log of events`,
    en: `an event log? See A log of events in .github/SOURCES.md`,
  };
  if (latestBy === null) return { found, remedy: log };
  const line = `keep: latest by ${latestBy}`;
  return {
    found,
    remedy: {
      zh: `若每个键以最新一条为准，写在 sources.yaml 的 exports.${table.id} 下：${line}；${log.zh}`,
      en: `where the latest of a key counts, write under exports.${table.id} in sources.yaml: ${line}; ${log.en}`,
    },
  };
}
