import { type Draft, lackingIn } from "./draft.ts";
import type { InitResult } from "./init-folder.ts";
import { type Remark, remarkText } from "./remark.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import type { Added } from "./write-reference.ts";

/** What was found of each file, and what became of it, in lines for a terminal. */
export function foundText({ drafts, more, copies, unused, known, added, files, site }: InitResult): string {
  if (files.length === 0)
    return "没有找到文件：把导出文件放进文件夹，或写在命令后面 · no files: put exports into the folder, or name them after it";
  const lines = [
    ...drafts.flatMap(draftLines),
    ...more.flatMap(({ known: { table }, files: own }) =>
      own.map(({ name }) => `${name}\n  → ${table.label.zh} · ${table.id}: 加入已有的来源 · one more of its files`),
    ),
    ...copies.map(({ file, table }) => `${file.name}\n  → reference · ${table.label.zh} · ${table.label.en}`),
    ...unused.map(({ name, why }) => `${name}\n  未采用：${why.zh} · not used: ${why.en}`),
    ...known.map((name) => `${name}\n  sources.yaml 里已有 · in sources.yaml already`),
    ...(site?.length ? ["site.yaml", ...site.map(remarkLine)] : []),
    ...added.filter(({ members }) => members.length > 0).map(addedLine),
  ];
  return lines.join("\n");
}

const addedLine = ({ table, members }: Added) => `reference · ${table.label.zh} +${members.length}: ${someOf(members.map(({ zh }) => zh))}`;

const SHOWN = 6;

const someOf = (names: readonly string[]) => names.slice(0, SHOWN).join("、") + (names.length > SHOWN ? " …" : "");

function draftLines({ table, sheet, score, columns, remarks, form, settings }: Draft): string[] {
  const files = [...new Set(form.sheets.map(({ file }) => file.name))];
  const shown = files.length === 1 ? files[0] : `${[settings.files].flat()[0]} (${files.length})`;
  const name = [shown, ...[sheet.settings.sheet ?? []].flat()].join(" / ");
  const pairs = [...columns].map(([column, { header, certainty }]) => `${column} ← ${header} ${percent(certainty)}`);
  const lacking = lackingIn({ table, columns }).map((column) => `${column} ${table.columns[column]?.label.zh}`);
  const doubts = remarks.filter(({ isDoubt }) => isDoubt).map(remarkLine);
  return [
    `${name}`,
    `  ${layoutText(sheet, form.whole)}`,
    `  → ${table.label.zh} · ${table.id} ${percent(score)}`,
    ...pairs.map((pair) => `    ${pair}`),
    ...(lacking.length > 0 ? [`  ! 缺少必需的列 · required columns are missing: ${lacking.join("、")}`] : []),
    ...doubts,
  ];
}

const remarkLine = (remark: Remark) => `  ! ${[...remark.at, remarkText(remark)].join(" ")}`;

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** `GB18030 · , · 1,234 行 rows` */
function layoutText({ layout, settings, above, rows, only, totals }: SheetProfile, whole: SheetProfile): string {
  const written = layout.format === "csv" ? `${layout.encoding} · ${layout.delimiter === "\t" ? "tab" : layout.delimiter}` : layout.format;
  const parts = [
    written,
    `${only ? `${rows} / ` : ""}${whole.rows}${whole.hasMore ? "+" : ""} 行 rows`,
    above > 0 ? `表头第 ${[settings.header_row].flat().join("、")} 行 header_row` : "",
    totals.size > 0 ? `合计行 totals: ${[...totals.values()].flatMap((words) => [...words]).join("、")}` : "",
    settings.fill_merged ? "合并单元格 merged cells" : "",
    settings.decimal ? "小数逗号 decimal comma" : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
