import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { csv, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026/${1 + (at % 6)}/${1 + (at % 28)}`;

const outcomes = (given: object) => ({ accepted: 0, rejected: 0, set_aside: 0, merged: 0, replaced: 0, ...given });

test("orders below titles, with a total, voided ones, and a file that overlaps the one before, are staged as init reads them", async () => {
  const order = (at: number) =>
    `SO${at},${day(at)},C${at % 7},${["华东", "华南"][at % 2]},"¥1,${100 + at}.50",${at % 10 === 9 ? "作废" : "完成"}`;
  const file = (from: number) =>
    iconv.encode(
      csv(
        "销售订单,,,,,",
        "订单号,下单日期,客户编号,销售区域,订单金额,订单状态",
        ...rows(30, (at) => order(from + at)),
        "合计,,,,45000.00,",
      ),
      "gb18030",
    );
  const staged = await stagedBy({ "exports/订单 1月.csv": file(0), "exports/订单 2月.csv": file(20) });
  expect(staged["orders"]).toEqual(outcomes({ accepted: 45, set_aside: 7, replaced: 10 }));
});

test("a log of events is staged as one record for each id, with departments and types that may stand in addresses", async () => {
  const events = Array.from({ length: 30 }, (_, at) => [
    `T${at},2026-03-0${1 + (at % 9)} 09:00:00,Created,R&D / lab,Price check`,
    `T${at},2026-03-0${1 + (at % 9)} 11:00:00,Resolved,R&D / lab,Price check`,
  ]).flat();
  const staged = await stagedBy({ "log.csv": csv("Ticket,Event time,Event,Assignment group,Request type", ...events) });
  expect(staged["service_requests"]).toEqual(outcomes({ accepted: 30, merged: 30 }));
  expect(staged["departments"]).toEqual(outcomes({ accepted: 1 }));
});

test("deals of a list whose stage says how they ended are staged, open ones with a plan among them", async () => {
  const deals = rows(
    30,
    (at) =>
      `D${at},${["Closed Won", "Closed Lost", "Proposal"][at % 3]},${(at % 12) + 1}/${(at % 28) + 1}/2025,${at === 0 ? "" : `1/${(at % 28) + 1}/2026`},${at * 100}`,
  );
  const staged = await stagedBy({ "deals.csv": csv("Opportunity ID,Stage,Created Date,Close Date,Amount", ...deals) });
  expect(staged["deals"]).toEqual(outcomes({ accepted: 29, rejected: 1 }));
});
