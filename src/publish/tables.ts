import type { Table } from "../core/contract.ts";
import { unknownName } from "../core/errors.ts";

const contracts = import.meta.glob<Table>("../tables/*.ts", { eager: true, import: "default" });

/** Every contract of `src/tables/`. */
export const tables: readonly Table[] = Object.values(contracts);

/** The contract of a table. Throws when there is none. */
export function tableOf(id: string): Table {
  const found = tables.find((table) => table.id === id);
  if (!found)
    throw unknownName(
      "table",
      id,
      tables.map((table) => table.id),
      "src/tables has",
    );
  return found;
}
