import type { Table } from "../../src/core/contract.ts";
import { sumOfOutcomes } from "../../src/core/outcomes.ts";
import type { ExportReport } from "../../src/data/export-reports.ts";
import type { Draft } from "./draft.ts";
import type { Gain, Seen } from "./gains.ts";
import type { InitResult } from "./init-folder.ts";
import { noMetricsText } from "./no-metrics.ts";

/** Gains that are shown, and names of metrics of each. */
const [GAINS, NAMES] = [8, 4];

interface Given {
  tables: readonly Table[];
  /** New entries. */
  drafts: readonly Draft[];
}

/** What the data build has made of the exports: why there is no metric, where there is none; records by table, metrics, and what more would add. */
export function builtText(exports: readonly ExportReport[], seen: Seen, { tables, drafts }: Given): string {
  const { available, gains } = seen;
  const byTable = Map.groupBy(exports, ({ table }) => table);
  const names = available.map(({ label }) => label.zh);
  return [
    ...(available.length === 0 ? [noMetricsText(seen, drafts)] : []),
    "数据 · data",
    ...[...byTable].map(([id, files]) => `  ${tableText(id, files, tables)}`),
    ...(available.length === 0 ? [] : [`指标 · metrics: ${available.length}`, `  ${names.join("、")}`]),
    ...(gains.length > 0 ? ["还可以看到 · more would show", ...gains.slice(0, GAINS).map((gain) => `  ${gainText(gain)}`)] : []),
  ].join("\n");
}

function tableText(id: string, files: readonly ExportReport[], tables: readonly Table[]): string {
  const label = tables.find((table) => table.id === id)?.label.zh ?? id;
  const contents = files.flatMap(({ content }) => content ?? []);
  if (contents.length === 0) return `${label} ${id}`;
  const read = contents.reduce((sum, content) => sum + content.read, 0);
  const { accepted, rejected, ...others } = sumOfOutcomes(contents);
  const rest = Object.entries(others).filter(([, count]) => count > 0);
  return `${label} ${id}: 读入 read ${read}, 采用 used ${accepted}, ${rest.map(([outcome, count]) => `${outcome.replace("_", " ")} ${count}, `).join("")}拒绝 rejected ${rejected}`;
}

function gainText({ table, column, metrics }: Gain): string {
  const what =
    column === null ? `${table.label.zh} ${table.id}` : `${table.label.zh}的“${table.columns[column]?.label.zh}” ${table.id}.${column}`;
  const names = metrics.slice(0, NAMES).map(({ zh }) => zh);
  return `${what}: ${names.join("、")}${metrics.length > NAMES ? ` … (${metrics.length})` : ""}`;
}

const RECOGNISE =
  "在 sources.yaml 写明每个文件供哪张表、哪个表头是哪一列，写法见 .github/SOURCES.md · say in sources.yaml which table each file feeds and which header is which column, as .github/SOURCES.md shows";

/** The next three things to do. */
export function nextText({ drafts, more, known, site }: InitResult, folder: string, seen: Seen | null): string {
  const doubts = [...drafts.flatMap(({ remarks }) => remarks), ...(site ?? [])].filter(({ isDoubt }) => isDoubt).length;
  const [gain] = seen?.gains ?? [];
  const steps = [
    drafts.length + more.length + known.length === 0 ? RECOGNISE : "",
    seen || drafts.length === 0 ? "" : "按上面的说明改 sources.yaml · mend sources.yaml as the message above says",
    doubts > 0 ? `核对标了“请核对”的 ${doubts} 处 · look at the ${doubts} places marked check` : "",
    site !== null ? "在 site.yaml 写上公司名称、财年和工作时间 · give the company's name, fiscal year and working hours in site.yaml" : "",
    gain ? `补上 ${gainText(gain)} · add ${gain.table.id}${gain.column ? `.${gain.column}` : ""}` : "",
  ];
  const last = `TANDEM_DATA=${folder} npm ${seen ? "start" : "run data"}`;
  const three = [...steps.filter(Boolean).slice(0, 2), last];
  return ["接下来 · next", ...three.map((step, at) => `  ${at + 1}. ${step}`)].join("\n");
}
