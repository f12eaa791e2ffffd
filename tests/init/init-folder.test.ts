import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { foundText } from "../../scripts/init/found-text.ts";
import { writeWorkbook } from "../read/xlsx/written.ts";
import { addFiles, csv, folderOf, initOf, rows, writtenIn } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const ORDERS_HEADER = "订单号,下单日期,客户编号,物料编码,销售区域,订单金额,业务员";
const order = (at: number) => `SO${1000 + at},${day(at)},C${at % 7},P-${at % 3},${["华东", "华南"][at % 2]},"1,${100 + at}.50",甲某`;
const ORDERS = csv(ORDERS_HEADER, ...rows(30, order));

describe("initFolder finds how a file is written", () => {
  test("in GB18030, below titles and above a total", async () => {
    const text = csv("销售订单明细,,,,,,", "导出人:乙某,,,导出时间:2026-07-01,,,", ORDERS_HEADER, ...rows(30, order), "合计,,,,,45000.00,");
    const { exports } = await initOf(folderOf({ "exports/订单.csv": iconv.encode(text, "gb18030") }));
    expect(exports["orders"]).toMatchObject({
      files: "exports/订单.csv",
      header_row: 3,
      drop_rows: [{ 订单号: ["合计"] }],
    });
  });

  test("in UTF-16 with sep=; and a decimal comma", async () => {
    const text = `sep=;\r\nOrder;Date;Customer no;Item;Region;Net amount\r\n${rows(20, (at) => `B${at};${(at % 28) + 1}.01.2026;K${at};GA-1;Nord;1.${100 + at},50`).join("\r\n")}\r\n`;
    const { exports } = await initOf(folderOf({ "orders.csv": iconv.encode(text, "utf-16le", { addBOM: true }) }));
    expect(exports["orders"]).toMatchObject({ decimal: ",", dates: { ordered_on: ["D.M.YYYY"] }, columns: { amount_cny: "Net amount" } });
  });

  test("in a workbook whose cells are merged", async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (...cells: string[]) => `<row>${cells.map((text) => (text === "" ? "<c/>" : cell(text))).join("")}</row>`;
    const lines = [
      row("单据编号", "下单日期", "客户编码", "物料编码", "金额"),
      row("A1", "2026-01-05", "C1", "P1", "10"),
      row("", "", "", "P2", "20"),
    ];
    const after = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/></mergeCells>';
    const workbook = readFileSync(await writeWorkbook({ rows: lines.join(""), after }));
    const { exports } = await initOf(folderOf({ "明细.xlsx": workbook }));
    expect(exports["orders"]).toMatchObject({ fill_merged: true, columns: { order_id: "单据编号" } });
  });

  test("and asks whether the day or the month is first only where nothing decides it", async () => {
    const both = csv(
      "Order,Date,Customer no,Item,Amount",
      ...rows(12, (at) => `O${at},0${((at * 7) % 9) + 1}/0${((at * 5) % 9) + 1}/2026,C1,P1,5`),
    );
    const asked: string[] = [];
    const asker = {
      isThere: true,
      choose: async <T>({ en }: { en: string }, answers: readonly { value: T }[]) => {
        asked.push(en);
        return (answers.at(-1) as { value: T }).value;
      },
      write: async (_: unknown, usual: string) => usual,
    };
    const { exports, sources } = await initOf(folderOf({ "orders.csv": both }), { asker });
    expect(asked).toEqual([expect.stringContaining("Is the day or the month first in Date")]);
    expect(exports["orders"]).toMatchObject({ dates: { ordered_on: ["M/D/YYYY"] } });
    expect(sources).not.toContain("day or month first");
    const taken = await initOf(folderOf({ "orders.csv": both }));
    expect(taken.exports["orders"]).toMatchObject({ dates: { ordered_on: ["D/M/YYYY"] } });
    expect(taken.sources).toContain(
      "# ordered_on: 请核对：日与月的先后无从判断，也可能是 M/D/YYYY · check: day or month first cannot be decided; it may be M/D/YYYY",
    );
  });
});

describe("initFolder finds what a file feeds", () => {
  test("files of one form as one source, copies named, and products from the items of orders", async () => {
    const header = `${ORDERS_HEADER},物料名称`;
    const file = (from: number) => csv(header, ...rows(20, (at) => `${order(from + at)},${["阀门", "仪表", "软件"][(from + at) % 3]}`));
    const { exports, sources } = await initOf(
      folderOf({
        "exports/订单 (2026-01).csv": file(0),
        "exports/订单 (2026-02).csv": file(15),
        "exports/订单 (2026-02) (1).csv": file(15),
      }),
    );
    expect(exports["orders"]).toMatchObject({ files: "exports/订单 *.csv" });
    expect(sources).toContain("内容相同、只读一次：exports/订单 (2026-02).csv");
    expect(exports["products"]).toMatchObject({
      files: "exports/订单 *.csv",
      columns: { product_id: "物料编码", product: "物料名称" },
    });
  });

  test("a log of events as one record for each id", async () => {
    const events = Array.from({ length: 40 }, (_, at) => [
      `T${at},${day(at)} 09:00:00,Created,New,销售部,Lab`,
      `T${at},${day(at)} 10:00:00,Public reply,,销售部,Lab`,
      `T${at},${day(at)} 11:00:00,State changed,Resolved,销售部,Lab`,
    ]).flat();
    const { exports } = await initOf(
      folderOf({ "log.csv": csv("Ticket,Event time,Event,To state,Requesting team,Assignment group", ...events) }),
    );
    expect(exports["service_requests"]).toMatchObject({
      columns: { request_id: "Ticket" },
      events: {
        key: "Ticket",
        time: "Event time",
        columns: {
          opened_at: { first: "Event time" },
          first_response_at: { first: "Event time", where: { Event: ["Public reply"] } },
          resolved_at: { last: "Event time", where: { "To state": ["Resolved"] } },
          department: { last: "Assignment group" },
        },
      },
    });
  });

  test("in a log that writes its state in every row, since when a record is resolved, and how long it waited", async () => {
    const events = Array.from({ length: 20 }, (_, at) => [
      `T${at},${day(at)} 09:00:00,New`,
      `T${at},${day(at)} 10:00:00,Waiting for customer`,
      `T${at},${day(at)} 11:00:00,Resolved`,
      `T${at},${day(at)} 12:00:00,Closed`,
    ]).flat();
    const { exports } = await initOf(folderOf({ "log.csv": csv("Ticket,Event time,To state", ...events) }));
    expect(exports["service_requests"]).toMatchObject({
      events: {
        columns: {
          resolved_at: { since: { "To state": ["Resolved", "Closed"] } },
          paused_minutes: { while: { "To state": ["Waiting for customer"] } },
          paused_since: { since: { "To state": ["Waiting for customer"] } },
        },
      },
    });
  });

  test("several tables of one file, by the column that says what a record is", async () => {
    const records = rows(30, (at) =>
      at % 3 === 0
        ? `R${at},商机,华东,销售部,,${day(at)} 09:00,,2026-07-01 09:00,${at % 2 ? "赢单" : "战败"},${at + 1}.5`
        : `R${at},支持请求,华东,技术部,方案,${day(at)} 09:00,${day(at)} 10:00,${day(at)} 12:00,已解决,`,
    );
    const { exports } = await initOf(
      folderOf({ "crm.csv": csv("记录编号,记录类型,区域,部门,事项,开始时间,首次回复,结束时间,结果,金额（万元）", ...records) }),
    );
    expect(exports["deals"]).toMatchObject({
      where: { 记录类型: ["商机"] },
      scale: { amount_cny: 10000 },
      values: { outcome: { 战败: "lost" } },
    });
    expect(exports["service_requests"]).toMatchObject({
      where: { 记录类型: ["支持请求"] },
      columns: { request_type: "事项", first_response_at: "首次回复" },
    });
  });

  test("what stands inside JSON, and states that do not count", async () => {
    const cases = rows(20, (at) => `R${at};2026-01-${String(at + 1).padStart(2, "0")};RET;"{""order"": ""O${at}"", ""cause"": ""late""}"`);
    const { exports } = await initOf(
      folderOf({
        "cases.csv": csv("Case no;Opened;Type;Details", ...cases),
        "orders.csv": csv(`${ORDERS_HEADER},订单状态`, ...rows(30, (at) => `${order(at)},${at % 5 ? "完成" : "已取消"}`)),
      }),
    );
    expect(exports["after_sales"]).toMatchObject({
      spread: { Details: ["order", "cause"] },
      columns: { order_id: "Details.order" },
      values: { cause: { late: "service" } },
    });
    expect(exports["orders"]).toMatchObject({ where: { 订单状态: { not: ["已取消"] } } });
  });

  test("a questionnaire with a column for each question", async () => {
    const answers = ["同意", "一般", "非常同意", "不同意"];
    const sheets = rows(
      20,
      (at) => `${at + 1},2026/3/${at + 1} 09:00:00,研发部,${[0, 1, 2].map((question) => answers[(at + question) % 4]).join(",")},昵称${at}`,
    );
    const { exports, reference } = await initOf(
      folderOf({ "问卷.csv": csv("序号,提交答卷时间,1、您所在的部门是？,2、流程清楚,3、答复及时,4、愿意合作,昵称", ...sheets) }),
    );
    expect(exports["survey"]).toMatchObject({
      unpivot: { columns: ["2、流程清楚", "3、答复及时", "4、愿意合作"], name: "题目", value: "得分" },
      values: { score: { 非常同意: "5", 一般: "3" } },
    });
    expect(reference("survey-items.csv")).toContain("2、流程清楚");
  });

  test("a questionnaire of scores", async () => {
    const sheets = rows(
      20,
      (at) =>
        `${at},2026-03-${String(at + 1).padStart(2, "0")},Sales,${(at % 4) + 1},${((at + 1) % 4) + 1},${at % 4 ? ((at + 2) % 4) + 1 : "Skipped"}`,
    );
    const header = "Response ID,Date submitted,Department,Q1. I feel valued,Q2. Teams cooperate,Q3. Processes are clear";
    const { exports } = await initOf(folderOf({ "survey.csv": csv(header, ...sheets) }));
    expect(exports["survey"]).toMatchObject({
      columns: { quarter: "Date submitted", department: "Department", item: "题目", score: "得分" },
      unpivot: { columns: ["Q1. I feel valued", "Q2. Teams cooperate", "Q3. Processes are clear"] },
      values: { score: { Skipped: "" } },
    });
  });

  test("nothing, where it looks like no table, and says so", async () => {
    const result = await initOf(folderOf({ "天气.csv": csv("城市,温度,湿度", "上海,21.5,60", "北京,18.2,30"), "空.csv": "" }));
    expect(result.unused.map(({ name }) => name).sort()).toEqual(["天气.csv", "空.csv"]);
    expect(foundText(result)).toContain("天气.csv\n  未采用：不像任何一张表的数据 · not used: it looks like no table");
  });

  test("currencies by their names, and a table of rates", async () => {
    const orders = rows(20, (at) => `SO${at},2026-01-${String(at + 1).padStart(2, "0")},C${at % 3},100,${["人民币", "美元"][at % 2]}`);
    const { exports, reference } = await initOf(
      folderOf({
        "订单.csv": csv("订单号,下单日期,客户编号,订单金额,币种", ...orders),
        "汇率.csv": csv("月份,币别,汇率", "2026-01,美元,7.1"),
      }),
    );
    expect(exports["orders"]).toMatchObject({ columns: { currency: "币种" }, values: { currency: { 人民币: "CNY", 美元: "USD" } } });
    expect(reference("rates.csv")).toBe("\uFEFFcurrency,period,rate\nUSD,2026-01,7.1\n");
  });

  test("the currency of the company where its amounts say one", async () => {
    const folder = folderOf({
      "orders.csv": csv("Order ID,Order date,Customer ID,Net EUR", ...rows(20, (at) => `O${at},2026-01-0${(at % 9) + 1},C1,100`)),
    });
    await initOf(folder);
    expect(readFileSync(join(folder, "site.yaml"), "utf8")).toContain("\ncurrency: EUR\n");
  });

  test("a hand-kept table, which is copied as it is", async () => {
    const folder = folderOf({});
    const outside = folderOf({ "departments.csv": "department,zh,en,stage,\ntech,技术部,Technical,middle,\n" });
    const result = await initOf(folder, { given: [outside] });
    expect(result.copies.map(({ table }) => table.id)).toEqual(["departments"]);
    expect(result.reference("departments.csv")).toBe("department,zh,en,stage,\ntech,技术部,Technical,middle,\n");
  });
});

describe("initFolder, run again", () => {
  test("changes nothing", async () => {
    const folder = folderOf({ "exports/orders.csv": ORDERS });
    await initOf(folder);
    const before = writtenIn(folder);
    await initOf(folder);
    expect(writtenIn(folder)).toEqual(before);
  });

  test("keeps what a person wrote, and adds what is new", async () => {
    const folder = folderOf({ "exports/orders.csv": ORDERS });
    await initOf(folder);
    addFiles(folder, { "reference/members.csv": "dimension,member,zh,en,holders\r\nregion,east,华东,East,\r\n" });
    const file = join(folder, "sources.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("system: orders", "system: ERP # 每周一 · on Mondays"));
    appendFileSync(join(folder, "site.yaml"), "# 我们的 · ours\n");
    addFiles(folder, {
      "exports/线索.csv": csv(
        "线索编号,线索来源,创建日期,销售区域",
        ...rows(20, (at) => `L${at},展会,${day(at)},${["华东", "华南"][at % 2]}`),
      ),
    });
    const { exports, sources, reference } = await initOf(folder);
    expect(sources).toContain("system: ERP # 每周一 · on Mondays");
    expect(exports["leads"]).toMatchObject({ files: "exports/线索.csv", columns: { lead_id: "线索编号" } });
    expect(readFileSync(join(folder, "site.yaml"), "utf8")).toContain("# 我们的 · ours");
    expect(reference("members.csv")).toBe("\uFEFFdimension,member,zh,en,holders\r\nregion,east,华东,East,\r\nregion,华南,华南,华南,\n");
  });
});

describe("initFolder, given more files of a source,", () => {
  const requests = (from: number, departments: string[]) =>
    csv(
      "工单号,提交时间,受理部门,类型",
      ...rows(20, (at) => `T${from + at},${day(at)} 09:00,${departments[at % departments.length]},报价`),
    );

  test("adds them to it, with the departments that they bring, and changes nothing else", async () => {
    const folder = folderOf({ "exports/工单 一.csv": requests(0, ["技术部"]) });
    await initOf(folder);
    const file = join(folder, "sources.yaml");
    const before = readFileSync(file, "utf8").replace("system: 工单", "system:   工单   # 每月");
    writeFileSync(file, before);
    addFiles(folder, { "exports/工单 二.csv": requests(20, ["技术部", "商务部"]) });
    const { sources, reference, more } = await initOf(folder);
    expect(more.map(({ files }) => files.map(({ name }) => name))).toEqual([["exports/工单 二.csv"]]);
    expect(sources).toBe(before.replace("files: exports/工单 一.csv", "files: [exports/工单 一.csv, exports/工单 二.csv]"));
    expect(reference("departments.csv")).toContain("商务部,商务部,商务部,");
  });

  test("names what has come up in a file that it knows", async () => {
    const folder = folderOf({ "exports/工单.csv": requests(0, ["技术部"]) });
    await initOf(folder);
    addFiles(folder, { "exports/工单.csv": requests(0, ["技术部", "法务部"]) });
    const { reference, drafts } = await initOf(folder);
    expect(drafts).toEqual([]);
    expect(reference("departments.csv")).toContain("法务部");
  });
});

test("initFolder never writes or says what a column of people holds", async () => {
  const folder = folderOf({ "exports/orders.csv": ORDERS });
  const result = await initOf(folder);
  expect(`${foundText(result)}${Object.values(writtenIn(folder)).join("")}`).not.toContain("甲某");
  expect(result.sources).toContain("业务员：是人或会写到人，从不读取");
});

test("initFolder throws at a file that is not there", async () => {
  await expect(initOf(folderOf({}), { given: ["/nowhere/orders.csv"] })).rejects.toThrow("no such file or folder: /nowhere/orders.csv");
});
