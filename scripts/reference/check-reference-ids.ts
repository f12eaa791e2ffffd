import { ADDRESSED } from "../../src/core/addressed.ts";
import { counted, DataError, type Issue } from "../../src/core/errors.ts";
import type { StagedTable } from "../stage/stage-table.ts";
import { addressOf, expectedAddressId, isAddressId, UNSEEN } from "./address-id.ts";

/** Columns of reference tables in which others find ids. */
const ID_COLUMNS: Readonly<Record<string, string>> = { departments: "department", members: "member" };

interface Named {
  row: number;
  /** Ids are distinguished within their dimension. */
  dimension: string;
  id: string;
}

function namedIn({ data, rows }: StagedTable, column: string): Named[] {
  const [ids, dimensions] = [data.getChild(column), data.getChild("dimension")];
  return Array.from({ length: rows }, (_, row) => ({ row, dimension: String(dimensions?.at(row) ?? column), id: String(ids?.at(row)) }));
}

/** What is wrong with an id, as the end of "expected …"; null when nothing is. */
function faultOf({ dimension, id }: Named): string | null {
  const isAddressed = ADDRESSED.includes(dimension);
  if (isAddressed) return isAddressId(id) ? null : expectedAddressId(id);
  return id.search(UNSEEN) < 0 ? null : `an id whose characters can all be seen, such as ${id.replace(UNSEEN, "")}`;
}

function issuesOf(staged: StagedTable, column: string): Issue[] {
  const named = namedIn(staged, column);
  const { files, lines } = staged;
  const file = files[0]?.file ?? "";
  const issue = ({ row, id }: Named, expected: string): Issue => ({ file, line: lines[row], column, found: id, expected });
  const ill = named.flatMap((each) => {
    const fault = faultOf(each);
    return fault === null ? [] : [issue(each, fault)];
  });
  const addressed = named.filter(({ dimension }) => ADDRESSED.includes(dimension));
  const alike = [...Map.groupBy(addressed, ({ dimension, id }) => `${dimension} ${addressOf(id)}`).values()].flatMap(([first, ...others]) =>
    others.map((each) =>
      issue(each, `an id that differs from ${first?.id} (line ${lines[first?.row ?? 0]}) in more than case, width, - and _`),
    ),
  );
  return [...ill, ...alike].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/**
 * Throws a DataError on ids of departments.csv and members.csv that cannot do their work: those with a character that cannot be seen,
 * and of those that stand in addresses the ones that no address takes, or that share one.
 */
export function checkReferenceIds(tables: Iterable<StagedTable>): void {
  const issues: Issue[] = [];
  for (const staged of tables) {
    const column = ID_COLUMNS[staged.table.id];
    if (column) issues.push(...issuesOf(staged, column));
  }
  if (issues.length > 0)
    throw new DataError(`参照表中有不能用的代号 · ${counted(issues.length, "id")} of reference tables cannot be used`, issues);
}
