import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKnowledge } from "../../scripts/init/knowledge.ts";
import { recognise } from "../../scripts/init/recognise.ts";
import { profileFile } from "../../scripts/init/sheet-profile.ts";
import type { KnownExport } from "../../scripts/init/systems.ts";
import type { Column } from "../../src/core/columns.ts";
import { folderOf } from "./folder.ts";

const knowledge = await loadKnowledge();

const known = knowledge.systems.flatMap(({ id, exports }) =>
  Object.entries(exports)
    // a log of events is told from its records by its rows, which have no id of their own
    .filter(([, each]) => !each.events && !each.has_questions)
    .map(([name, each]) => ({ of: `${id}.${name}`, each })),
);

/** What an export may write in a column of a kind. */
function written(column: Column | undefined, at: number): string {
  if (!column) return `text ${at % 3}`;
  if (column.kind === "date" || column.kind === "timestamp") return `2026-01-0${1 + (at % 9)} 09:0${at % 10}:00`;
  if (["integer", "number", "amount"].includes(column.kind)) return String((column.unit === "score" ? 1 : 100) + (at % 3));
  if (column.kind === "flag") return ["是", "否"][at % 2] as string;
  if (column.kind === "choice") return Object.values(column.values ?? {})[0]?.zh ?? "";
  return column.kind === "key" ? `K-${at}` : `member ${at % 3}`;
}

/** A file as a system writes it, in one of its languages: what it is recognised by, and its other columns. */
function fileOf({ table, columns, recognised_by: [own = []] }: KnownExport): string {
  const contract = knowledge.tables.find(({ id }) => id === table)?.columns ?? {};
  const holding = new Map(
    Object.entries(columns).flatMap(([name, headers]) => headers.slice(0, 1).map((header) => [header, contract[name]] as const)),
  );
  const named = new Map(
    own.flatMap((header) =>
      Object.entries(columns)
        .filter(([, all]) => all.includes(header))
        .map(([name]) => [header, contract[name]] as const),
    ),
  );
  const headers = [...new Set([...own, ...holding.keys()])];
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const rows = Array.from({ length: 12 }, (_, at) =>
    quoted(headers.map((header) => written(named.get(header) ?? holding.get(header), at))),
  );
  return `${[quoted(headers), ...rows].join("\n")}\n`;
}

test.each(known)("recognise(sheet) takes $of for what it is", async ({ each }) => {
  const folder = folderOf({ "export.csv": fileOf(each) });
  const [sheet] = await profileFile({ path: join(folder, "export.csv"), name: "export.csv" });
  const [best] = sheet ? recognise(sheet, knowledge) : [];
  expect(best?.table.id).toBe(each.table);
});
