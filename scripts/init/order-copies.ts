import { counted } from "../../src/core/errors.ts";
import type { Draft } from "./draft.ts";
import { cellsIn, type Order } from "./orders-in-files.ts";
import { doubt } from "./remark.ts";
import { nameInSql } from "./sql-text.ts";

/** The greatest number that divides both. */
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** How often a whole order stands there, by how often each of its different lines does; a single line may well be ordered twice. */
const copiesOf = (counts: readonly number[]): number => (counts.length > 1 ? counts.reduce(divisor) : 1);

/** Orders that stand in a file several times with all their lines count once; lines that repeat another by themselves are named, and count. */
export function settleCopies({ select, remarks, sheet }: Draft, key: string, orders: readonly Order[]): void {
  const seen = orders.map(({ count, counts }) => ({ count, different: counts.length, copies: copiesOf(counts) }));
  const copied = seen.filter(({ copies }) => copies > 1);
  if (copied.length > 0) {
    const whole = `partition by _file, ${nameInSql(key)}`;
    select.from = [
      "(",
      "  select *, count(*) over same as _copies, row_number() over (same order by _line) as _copy",
      `  from records window same as (partition by _file, ${cellsIn(sheet).map(nameInSql).join(", ")})`,
      ")",
    ].join("\n");
    select.qualify = [
      `_copy <= _copies // if(count(*) filter (_copy = 1) over (${whole}) > 1,`,
      `  list_reduce(list(_copies) over (${whole}), lambda a, b: gcd(a, b)), 1)`,
    ].join("\n");
    const rows = copied.reduce((sum, { count, copies }) => sum + count - count / copies, 0);
    remarks.push(
      doubt(
        ["sql"],
        `${copied.length} 张订单连同各行在文件中重复出现，只算一次（多出 ${rows} 行）`,
        `${counted(copied.length, "order")} with all lines several times in a file: each counts once, without ${counted(rows, "row")}`,
      ),
    );
  }
  const repeated = seen.reduce((sum, { count, different, copies }) => sum + count / copies - different, 0);
  if (repeated > 0)
    remarks.push(
      doubt(
        ["sql"],
        `${repeated} 行与同一订单的另一行完全相同，都算`,
        `${counted(repeated, "line")} the same as another of the order, which ${repeated === 1 ? "counts" : "count"} as well`,
      ),
    );
}
