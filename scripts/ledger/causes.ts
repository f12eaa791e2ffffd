import { formatMonth, type Period } from "../../src/core/periods.ts";
import type { Metric } from "../../src/cube/metric.ts";
import type { ExportReports, RecordCounts } from "../../src/data/export-reports.ts";
import type { RestatementCause } from "../../src/data/restatements.ts";
import type { SnapshotContent } from "../../src/data/snapshot-manifest.ts";
import type { Fact } from "../facts/facts.ts";
import type { Inputs } from "../snapshots/inputs.ts";
import { changedRows } from "./changed-rows.ts";
import type { FrozenMetric } from "./frozen-document.ts";
import { changedFacts, changedReferences, type FrozenInputs, type Staging } from "./things.ts";

/** Records of each table and month, up to the end of a period, that are not as many as they were. */
function changedCounts(frozen: RecordCounts, now: RecordCounts, { end }: Pick<Period, "end">) {
  const last = formatMonth(end);
  return Object.keys({ ...frozen, ...now })
    .sort()
    .flatMap((table) => {
      const [before, after] = [frozen[table] ?? {}, now[table] ?? {}];
      const months = Object.keys({ ...before, ...after }).filter((month) => month <= last && before[month] !== after[month]);
      return months.sort().map((month) => ({ kind: "records" as const, table, month, frozen: before[month] ?? 0, now: after[month] ?? 0 }));
    });
}

interface Made {
  content: SnapshotContent;
  metrics: readonly FrozenMetric[];
  period: Period;
}

export interface Now extends Inputs, Staging {
  definitions: readonly Metric[];
  version: string;
}

const sqlOf = (source: string | undefined): string | null =>
  source
    ?.split("\n")
    .filter((line) => !line.startsWith("--"))
    .join("\n")
    .trim() ?? null;

/** All that is not as it was when a snapshot was frozen. */
export function causesOf(frozen: FrozenInputs, { content, metrics, period }: Made, now: Now): RestatementCause[] {
  const settings = ["site.yaml", "sources.yaml"].filter(
    (file) => !Buffer.from(frozen.settings.get(file) ?? []).equals(Buffer.from(now.settings.get(file) ?? [])),
  );
  const formulas = metrics.flatMap(({ id, formula }) => {
    const today = now.definitions.find((metric) => metric.id === id)?.value.sql;
    return today === undefined || today === formula ? [] : [{ kind: "formula" as const, metric: id, frozen: formula, now: today }];
  });
  return [
    ...changedCounts(frozen.records, now.records, period),
    ...changedReferences(frozen, now).flatMap(({ file, table }) =>
      changedRows(frozen.tables.get(table), now.tables.get(table)).map((row) => ({ kind: "reference" as const, file, ...row })),
    ),
    ...settings.map((file) => ({ kind: "settings" as const, file })),
    ...changedFacts(frozen, now).map((fact) => ({
      kind: "fact" as const,
      fact,
      frozen: sqlOf(frozen.facts.get(fact)),
      now: sqlOf(now.facts.get(fact)),
    })),
    ...formulas,
    ...(content.program.version === now.version ? [] : [{ kind: "program" as const, frozen: content.program.version, now: now.version }]),
  ];
}

/** Tables of which a file is not the one that was read, as far as that is known: of a protected table it is not. */
export function changedExports(frozen: SnapshotContent["exports"], now: ExportReports["exports"]): string[] {
  const hashes = (exports: readonly { table: string; content: { sha256: string } | null }[]) =>
    new Map(
      [...Map.groupBy(exports, ({ table }) => table)].map(([table, files]) => [
        table,
        files
          .map(({ content }) => content?.sha256 ?? "?")
          .sort()
          .join(),
      ]),
    );
  const [before, after] = [hashes(frozen), hashes(now)];
  return [...after.keys()].filter((table) => after.get(table) !== before.get(table) || after.get(table)?.includes("?"));
}

/** What else than things that are put back may have changed a metric. */
export function othersOf(
  metric: string,
  facts: readonly Fact[],
  { causes, exports, failed }: { causes: readonly RestatementCause[]; exports: readonly string[]; failed: readonly string[] },
): string[] {
  const tables = facts.flatMap((fact) => fact.tables);
  const isOn = (kind: RestatementCause["kind"], file?: string) =>
    causes.some((cause) => cause.kind === kind && (file === undefined || ("file" in cause && cause.file === file)));
  const found = [
    ...(exports.some((table) => tables.includes(table)) ? ["records"] : []),
    ...(isOn("settings", "sources.yaml") ? ["sources.yaml"] : []),
    ...failed,
    ...(causes.some((cause) => cause.kind === "formula" && cause.metric === metric) ? ["formula"] : []),
  ];
  return found.length === 0 && isOn("program") ? ["program"] : found;
}
