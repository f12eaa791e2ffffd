import { isoDay } from "../../../src/core/days.ts";
import { counted, DataError, type Issue } from "../../../src/core/errors.ts";
import { rowsOf } from "../../engine/engine.ts";
import { expectedId } from "../expected-id.ts";
import { LISTS, type LintRoom } from "./room.ts";

/** Null where there are no names to compare with. */
async function requestTypes({ engine, tables }: LintRoom): Promise<string[] | null> {
  if (!tables.has("members")) return null;
  const rows = await rowsOf<{ member: string }>(engine, "select member from staging.members where dimension = 'request_type'");
  return rows.map(({ member }) => member);
}

/** Ids in the lists of responsibilities that name nothing. */
async function unknownIds(room: LintRoom): Promise<Issue[]> {
  const known = { request_types: await requestTypes(room), metrics: room.metrics.map(({ id }) => id) };
  const rows = await rowsOf<{ line: number; list: keyof typeof LISTS; id: string }>(
    room.engine,
    "select line, list, id from lint.listed order by line, list",
  );
  return rows
    .filter(({ list, id }) => known[list]?.includes(id) === false)
    .map(({ line, list, id }) => ({
      ...{ file: room.duties, line, column: list, found: id },
      expected: expectedId(LISTS[list], id, known[list] ?? []),
    }));
}

/** Rules that begin while another one of the same promise, and for the same priority, holds. */
async function overlappingRules({ engine, rules: file }: LintRoom): Promise<Issue[]> {
  const rows = await rowsOf<{ line: number; valid_from: number; other: number; other_to: number | null }>(
    engine,
    `select later.line, later.valid_from, earlier.line as other, earlier.valid_to as other_to
    from lint.rules as earlier
    join lint.rules as later
      on later.department = earlier.department and later.request_type = earlier.request_type
      and later.priority = earlier.priority and later.promise = earlier.promise
    where earlier.valid_from < later.valid_from and (earlier.valid_to is null or earlier.valid_to >= later.valid_from)
    order by later.line`,
  );
  return rows.map(({ line, valid_from, other, other_to }) => ({
    ...{ file, line, column: "valid_from", found: isoDay(valid_from) },
    expected: `a day after the end of the rule on line ${other}, which ${other_to === null ? "has none" : `is ${isoDay(other_to)}`}`,
  }));
}

/** Throws a DataError on a matrix that contradicts itself or names what does not exist. */
export async function checkMatrix(room: LintRoom): Promise<void> {
  const issues = [...(await unknownIds(room)), ...(await overlappingRules(room))];
  if (issues.length > 0) throw new DataError(`职责矩阵有误 · ${counted(issues.length, "fault")} in the matrix of responsibilities`, issues);
}
