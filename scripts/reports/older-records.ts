import { isoOf } from "../../src/core/days.ts";
import { DataError, type Issue } from "../../src/core/errors.ts";
import { lastConfirmed } from "../calendar/confirmed.ts";
import type { Replacing } from "../stage/replacing.ts";
import type { StagedTable } from "../stage/stage-table.ts";
import { countedByFile } from "./remarks.ts";

/** An issue where a file that counts as newer ends before the one whose records it replaces; slips of the pen do not say where a file ends. */
function issueOf({ older, newer, records }: Replacing): Issue[] {
  const [last, own] = [lastConfirmed([older.days]), lastConfirmed([newer.days])];
  if (last === null || own === null || own >= last) return [];
  const found = `${isoOf(own)} as its last day, and in it ${records} records that count instead of those of ${older.file}, whose last day is ${isoOf(last)}`;
  return [{ file: newer.file, found, expected: "the last day of a newer export" }];
}

/** What the build says of files whose names order them otherwise than their days. */
function remarkOnOrder(tables: readonly StagedTable[]): string[] {
  const issues = tables.flatMap(({ replacing }) => replacing.flatMap(issueOf));
  if (issues.length === 0) return [];
  const head =
    "结束得早的文件替换了结束得晚的文件里的记录，请在 sources.yaml 用 newest 或来源的顺序说明谁最新 · files that end earlier replaced records of files that end later; say which is the newest by `newest`, or by the order of the sources, in sources.yaml";
  return [new DataError(`${head}: ${issues.length}`, issues).message];
}

/** What the build says of records that count although a newer file has their key, since what it says was rejected. */
function remarkOnRejects(tables: readonly StagedTable[]): string[] {
  const counted = tables.flatMap(({ files }) => files.map(({ file, remarked }) => ({ file, count: remarked.outlived })));
  return countedByFile(
    "有记录的新状态被拒绝，数字用的是旧状态 · records whose newer state was rejected, so that figures rest on an older one; see .tandem/rejects/",
    counted,
  );
}

/** What the build says where older records count in the place of newer ones. */
export const remarkOnOlderRecords = (tables: readonly StagedTable[]): string[] => [...remarkOnOrder(tables), ...remarkOnRejects(tables)];
