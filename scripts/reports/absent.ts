import { type Day, dayOf, isoOf } from "../../src/core/days.ts";
import { counted } from "../../src/core/errors.ts";
import { tableFile } from "../read/table-file.ts";
import { referredTables } from "../stage/references.ts";
import type { StagedTable } from "../stage/stage-table.ts";

/** What the build says of hand-kept tables that name what exports refer to, and that are not there. */
export function remarksOnAbsent(tables: readonly StagedTable[]): string[] {
  const there = new Set(tables.map(({ table }) => table.id));
  const exported = tables.filter(({ table }) => !table.isReference);
  return ["departments", "members"].flatMap((id) => {
    const referring = exported.filter(({ table }) => referredTables(table).includes(id)).map(({ table }) => table.id);
    if (there.has(id) || referring.length === 0) return [];
    const file = `reference/${tableFile({ id, yearly: null, key: [], columns: {} })}`;
    return [
      `缺少 ${file}：${referring.join("、")} 中的编号未经核对，也没有名称 · ${file} is missing: what ${referring.join(", ")} say is neither checked nor named`,
    ];
  });
}

/** What the build says of an as-of day that lies beyond the data; nothing where it does not. */
export function remarkOnAsOf(asOf: string, end: Day): string[] {
  const beyond = dayOf(asOf) - end;
  if (beyond <= 0) return [];
  return [
    `site.yaml 的 as_of（${asOf}）晚于数据的最后一天（${isoOf(end)}）${beyond.toLocaleString("en")} 天 · as_of in site.yaml, ${asOf}, lies ${counted(beyond, "day")} after the last day of the data, ${isoOf(end)}`,
  ];
}
