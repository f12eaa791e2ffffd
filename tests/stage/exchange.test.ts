import { expect, test } from "vitest";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { CLOCK, dataFolder } from "./folder.ts";

const RATES = "currency,period,rate\nUSD,2026-03,7\nUSD,2026,8\neur,2026Q1,7.7777\n";

/** The amounts of orders by their numbers, and what was rejected why. */
async function staged(lines: readonly string[], own = "CNY") {
  const files = {
    "exports/orders.csv": ["order_id,ordered_on,amount_cny,cost_cny,currency", ...lines].join("\n"),
    "reference/rates.csv": RATES,
  };
  const dataDir = dataFolder({ orders: { files: "exports/orders.csv" } }, files);
  const { tables } = await stageAll({ dataDir, clock: { ...CLOCK, currency: own }, progress: silentProgress });
  const orders = tables.get("orders");
  const [ids, amounts, costs] = ["order_id", "amount_cny", "cost_cny"].map((name) => orders?.data.getChild(name));
  const taken = Array.from({ length: orders?.rows ?? 0 }, (_, row) => [ids?.at(row), amounts?.at(row), costs?.at(row)]);
  return { taken, reasons: orders?.files[0]?.reasons.map(({ reason, count }) => [reason, count]) };
}

test("amounts in a foreign currency count at the rate of their month, or else of their quarter or year", async () => {
  const { taken } = await staged([
    "A,2026-03-05,10,,USD",
    "B,2026-04-05,10,4.5,usd",
    "C,2026-01-31,100.5,,EUR",
    "D,2026-03-05,10,,",
    "E,2026-03-05,10,,CNY",
  ]);
  expect(taken).toEqual([
    ["A", 70, null],
    ["B", 80, 36],
    ["C", 781.6589, null],
    ["D", 10, null],
    ["E", 10, null],
  ]);
});

test("an amount without a rate is rejected by name, never taken one to one", async () => {
  const { taken, reasons } = await staged(["A,2026-03-05,10,,GBP", "B,2025-03-05,10,,USD", "C,2026-03-05,10,,CNY"]);
  expect(taken).toEqual([["C", 10, null]]);
  expect(reasons).toEqual([
    [{ code: "rate", month: "2025-03" }, 1],
    [{ code: "rate", month: "2026-03" }, 1],
  ]);
});

test("a company that counts in another currency needs no rate for it", async () => {
  const { taken, reasons } = await staged(["A,2026-03-05,€10,,EUR", "B,2026-03-05,10,,CNY"], "EUR");
  expect(taken).toEqual([["A", 10, null]]);
  expect(reasons).toEqual([[{ code: "rate", month: "2026-03" }, 1]]);
});

test("where records say their currency, amounts may bear any sign", async () => {
  const { taken } = await staged(['A,2026-03-05,"$1,000",,USD', "B,2026-03-05,¥20,,CNY"]);
  expect(taken).toEqual([
    ["A", 7000, null],
    ["B", 20, null],
  ]);
});
