import { counted } from "../../src/core/errors.ts";
import type { Draft } from "./draft.ts";
import type { Order } from "./orders-in-files.ts";
import { doubt } from "./remark.ts";

/** Documents that a remark names. */
const NAMED = 3;

/** Names documents all of whose amounts, or quantities, are negative: they lower the revenue, and count as orders. */
export function nameReturns({ remarks, table }: Draft, orders: readonly Order[]): void {
  const returns = new Set(orders.filter(({ isNegative }) => isNegative).map(({ id }) => id));
  if (returns.size === 0 || returns.size === new Set(orders.map(({ id }) => id)).size) return;
  const some = [...returns].slice(0, NAMED);
  remarks.push(
    doubt(
      ["columns", table.key[0] ?? ""],
      `${returns.size} 张单据只有负数金额（${some.join("、")}）：冲减销售额，却也算作订单`,
      `${counted(returns.size, "document")} with negative amounts alone (${some.join(", ")}): revenue is lower by them, yet each counts as an order`,
    ),
  );
}
