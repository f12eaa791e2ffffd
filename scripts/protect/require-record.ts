import type { Month } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { isMark } from "../../src/cube/hidden.ts";
import { PEOPLE } from "../cubes/cubes.ts";
import type { FrozenCells } from "./hold-frozen.ts";
import { SEEN } from "./protected-fact.ts";
import { cellsOf } from "./quarter.ts";
import { type PublishedCells, RECORD, type SurveyRecord } from "./record.ts";

/** A cell as it is published today, by the columns that distinguish it. */
function recordedCells(recorded: PublishedCells) {
  const { by, columns } = recorded;
  const keyOf = (cell: Cell) => by.map((name) => `${name}=${cell[name]}`).join(", ");
  return {
    keyOf,
    byKey: new Map(cellsOf(recorded).map((cell) => [keyOf(cell), cell])),
    figures: columns.filter((name) => ![...by, PEOPLE, SEEN].includes(name)),
  };
}

/**
 * Throws where a quarter of the survey was frozen with other figures than are published today, and the record does not know of it: only what is
 * recorded is kept from giving away those who answered in between. The cells are named.
 */
export function requireRecord(
  { quarters, minimum_group }: Pick<SurveyRecord, "quarters" | "minimum_group">,
  frozen: readonly FrozenCells[],
  months: ReadonlyMap<string, Month>,
): void {
  for (const [quarter, { facts }] of Object.entries(quarters))
    for (const [fact, recorded] of Object.entries(facts)) {
      const { keyOf, byKey, figures } = recordedCells(recorded);
      for (const each of frozen) {
        const before = (each.cellsOf(fact) ?? []).filter((cell) => cell["month"] === months.get(quarter) && !isMark(cell));
        const unknown = before.filter((cell) => {
          const now = byKey.get(keyOf(cell));
          if (!now || figures.every((name) => !(name in cell) || cell[name] === now[name])) return false;
          return Number(now[SEEN]) - Number(now[PEOPLE]) < minimum_group;
        });
        if (unknown.length === 0) continue;
        const names = unknown.map(keyOf).join("; ");
        throw new Error(
          `${quarter} 的问卷在快照 ${each.snapshot} 中是另外的数字，而 ${RECORD} 没有记下：请从备份恢复该文件 · the survey of ${quarter} has other figures in ${each.snapshot} (${fact}: ${names}), of which ${RECORD} does not know: restore the file from a copy, so that nobody can subtract one from the other`,
        );
      }
    }
}
