import type { Table } from "../../src/core/contract.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import { isRecognised, type KnownExport, type System } from "./systems.ts";

/** An export of a system that a file is. */
export interface Known {
  system: System;
  export: KnownExport;
}

/** The known export of a system that feeds a table and is written so. */
export function knownOf({ layout }: SheetProfile, table: Table, systems: readonly System[]): Known | null {
  for (const system of systems)
    for (const each of Object.values(system.exports))
      if (each.table === table.id && isRecognised(each, layout.header.names)) return { system, export: each };
  return null;
}
