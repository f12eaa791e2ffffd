import type { Draft } from "./draft.ts";
import { findDates } from "./forms/dates.ts";
import type { Seen } from "./gains.ts";
import { nameInSql } from "./sql-text.ts";

/** Of 1, how many values of a column are times where it holds them. */
const TIMES = 0.9;

/** Columns that are named for a table. */
const NAMED = 4;

/** Why no metric has what it needs, what of the files could be it, and where to write that; in lines for a terminal. */
export function noMetricsText({ gains }: Seen, drafts: readonly Draft[]): string {
  const lines = drafts.flatMap((draft) => {
    const { table } = draft;
    const lacking = gains.flatMap(({ table: { id }, column }) => (id === table.id && column !== null ? column : [])).slice(0, NAMED);
    const idle = idleTimesIn(draft);
    const labels = lacking.map((name) => `${table.columns[name]?.label.zh}（${name}）`).join("、");
    const [column = "COLUMN"] = lacking;
    const isTime = ["date", "timestamp"].includes(table.columns[column]?.kind ?? "");
    return [
      lacking.length === 0
        ? `  ${table.label.zh} ${table.id}：一项指标要的还不止一列 · any metric of it needs more than one column more`
        : `  ${table.label.zh} ${table.id}：没有${labels} · it lacks ${lacking.join(", ")}`,
      ...(idle.length > 0 ? [`    没有用到的时间列 · times that are not used: ${idle.join("、")}`] : []),
      `    在 sources.yaml 写 · write in sources.yaml: ${table.id}: { columns: { ${column}: ${(isTime ? idle[0] : undefined) ?? "…"} } }`,
    ];
  });
  return ["指标 · metrics: 0，因为 · because", ...lines].join("\n");
}

/** Headers of days and times that no column of the table takes. */
function idleTimesIn({ form, columns, settings }: Draft): string[] {
  const held = [...columns.values()].flatMap(({ header, profile }) => [header, profile.header]);
  const idle = form.whole.columns.filter(
    ({ header, filled }) => filled > 0 && !held.includes(header) && !settings.sql?.includes(nameInSql(header)),
  );
  return idle.filter((column) => findDates(column, "timestamp", null).share >= TIMES).map(({ header }) => header);
}
