import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-01-${String(1 + (at % 28)).padStart(2, "0")}`;

describe("initFolder uses files that feed no table by themselves:", () => {
  test("a history of changes, for the moments of records", async () => {
    const issues = rows(20, (at) => `R-${at},${day(at)} 09:00,Sales`);
    const changes = rows(20, (at) =>
      [`R-${at},New,In review,${day(at)} 10:00:00,甲某`, `R-${at},In review,Approved,${day(at)} 11:00:00,甲某`].join("\n"),
    );
    const folder = folderOf({
      "requirements.csv": csv("Requirement ID,Submitted at,Requesting department", ...issues),
      "changes.csv": csv("Item,From,To,At,Author", ...changes),
    });
    const { exports, unused, sources } = await initOf(folder);
    expect(exports["requirements"]).toMatchObject({ with: { history: "changes.csv" }, columns: { requirement_id: "Requirement ID" } });
    expect(exports["requirements"]?.["sql"]).toBe(
      [
        `select *, (select min("At") from history where "Item" = records."Requirement ID" and "To" in ('In review')) as reviewed_at,`,
        `  (select min("At") from history where "Item" = records."Requirement ID" and "To" in ('Approved')) as approved_at`,
        "from records",
        "",
      ].join("\n"),
    );
    expect(unused).toEqual([]);
    expect(sources).not.toContain("甲某");
  });

  test("a list, for a column that stands in it", async () => {
    const leads = rows(30, (at) => `L${at},${day(at)},${["Ann Bee", "Cy Dee", "Ed Eff"][at % 3]}`);
    const folder = folderOf({
      "leads.csv": csv("Lead ID,Created date,Owner", ...leads),
      "people.csv": csv("Name,Region", "Ann Bee,North", "CY DEE,South", "Ed Eff,North"),
    });
    const { exports, sources, unused } = await initOf(folder);
    expect(exports["leads"]).toMatchObject({ lookup: { file: "people.csv", key: { Owner: "Name" }, columns: { region: "Region" } } });
    expect(exports["leads"]?.["columns"]).toEqual({ lead_id: "Lead ID", created_on: "Created date" });
    expect(unused).toEqual([]);
    expect(sources).not.toContain("Ann");
  });

  test("products without a name, which are called after their product line", async () => {
    const orders = rows(30, (at) => `O${at},${day(at)},C${at % 5},P${at % 6},10`);
    const { exports } = await initOf(
      folderOf({
        "orders.csv": csv("Order ID,Order date,Customer ID,Product ID,Amount", ...orders),
        "products.csv": csv("product_id,product_category_name", ...rows(6, (at) => `P${at},${["sport", "garden"][at % 2]}`)),
      }),
    );
    expect(exports["products"]?.["columns"]).toEqual({ product: "product_category_name", product_line: "product_category_name" });
  });

  test("of several lists what each knows, by keys of their own", async () => {
    const deals = rows(30, (at) => `D${at},${day(at)},Won,${["Ann Bee", "Cy Dee"][at % 2]},Firm ${at % 5}`);
    const folder = folderOf({
      "deals.csv": csv("Deal ID,Created date,Outcome,Sales rep,Account", ...deals),
      "firms.csv": csv("Account,Sector", ...rows(5, (at) => `Firm ${at},${["Retail", "Steel"][at % 2]}`)),
      "teams.csv": csv("Sales rep,Manager,Regional office", "Ann Bee,Ed Eff,North", "Cy Dee,Ed Eff,South"),
    });
    const { exports, unused } = await initOf(folder);
    expect(exports["deals"]?.["lookup"]).toEqual([
      { file: "firms.csv", key: { Account: "Account" }, columns: { segment: "Sector" } },
      { file: "teams.csv", key: { "Sales rep": "Sales rep" }, columns: { region: "Regional office" } },
    ]);
    expect(unused).toEqual([]);
  });
});

describe("initFolder, where an id stands several times in a file,", () => {
  test("numbers the lines of orders, and takes the file for no list of products", async () => {
    const lines = rows(40, (at) => `O${at >> 1},${day(at >> 1)},C1,P${at % 7},Chair ${at % 7},10`);
    const { exports } = await initOf(
      folderOf({ "sales.csv": csv("Order ID,Order date,Customer ID,Product ID,Product name,Sales", ...lines) }),
    );
    expect(exports["orders"]?.["sql"]).toBe(
      'select *, row_number() over (partition by _file, "Order ID" order by _line) as line from records',
    );
    expect(exports["products"]).toMatchObject({ columns: { product_id: "Product ID", product: "Product name" } });
  });

  test("reads times that are not in the order of their texts", async () => {
    const tickets = rows(20, (at) => `INC${at % 5},1/2/2026 08:00,${(at % 28) + 1}/3/2026 10:00,Group`);
    const { exports } = await initOf(
      folderOf({ "incidents.csv": csv("Incident number,Opened at,Sys updated at,Assignment group", ...tickets) }),
    );
    expect(exports["service_requests"]?.["sql"]).toContain(`order by try_strptime("Sys updated at", ['%d/%m/%Y %H:%M']) desc`);
  });

  test("makes the id of the number of each of its records too", async () => {
    const permits = rows(60, (at) => `J${at >> 1},0${1 + (at % 2)},QUEENS,A1,${day(at)} 09:00,${["08", "12"][at % 2]}`);
    const { exports, sources } = await initOf(
      folderOf({ "permits.csv": csv("Job no,Doc,Borough,Permit type,Filing date,Floors", ...permits) }),
    );
    expect(exports["service_requests"]?.["sql"]).toBe(`select *, concat_ws('-', "Job no", "Doc") as request_id from records`);
    expect(exports["service_requests"]?.["columns"]).not.toHaveProperty("request_id");
    expect(sources).toContain("编号取“Job no + Doc”");
  });

  test("takes the record that was changed last", async () => {
    const leads = rows(20, (at) => `L${at % 10},${day(at % 10)},展会,${day(at)} 09:00:00`);
    const { exports } = await initOf(folderOf({ "线索.csv": csv("线索编号,创建日期,线索来源,最后更新时间", ...leads) }));
    expect(exports["leads"]?.["sql"]).toBe(
      'select * from records qualify row_number() over (partition by "线索编号" order by "最后更新时间" desc) = 1',
    );
  });
});

test("initFolder tells a withdrawal from a resolution by the state, where both stand under one header", async () => {
  const requests = rows(20, (at) => `T${at},${day(at)} 09:00,${day(at)} 12:00,${at % 4 ? "已解决" : "已撤回"}`);
  const { exports } = await initOf(folderOf({ "工单.csv": csv("工单号,提交时间,结束时间,结果", ...requests) }));
  expect(exports["service_requests"]?.["sql"]).toBe(
    `select *, if("结果" in ('已撤回'), null, "结束时间") as resolved_at, if("结果" in ('已撤回'), "结束时间", null) as cancelled_at\nfrom records\n`,
  );
});

test("initFolder leaves orders out that have a time of their cancellation", async () => {
  const orders = rows(40, (at) => `O${at},${day(at)},C${at % 5},${10 + at},${at % 8 === 0 ? day(at) : ""}`);
  const { exports, sources } = await initOf(
    folderOf({ "orders.csv": csv("Order ID,Order date,Customer ID,Amount,Cancelled at", ...orders) }),
  );
  expect(exports["orders"]?.["where"]).toEqual({ "Cancelled at": [""] });
  expect(sources).toContain("有时间的不算数：5 行");
});

test("initFolder takes the kind of requests from their labels", async () => {
  const issues = rows(40, (at) => `${at},${day(at)} 09:00,${day(at)} 12:00,"${["type: bug, good first issue", "docs", ""][at % 3]}"`);
  const files = { "issues.csv": csv("number,created_at,closed_at,labels", ...issues) };
  const { exports, reference } = await initOf(folderOf(files));
  expect(exports["service_requests"]?.["sql"]).toContain("list_filter(['type: bug', 'docs'], lambda kind: list_contains(");
  expect(reference("members.csv")).toContain("type: bug");
});

test("initFolder makes an amount of quantities and unit prices", async () => {
  const orders = rows(20, (at) => `I${at},${at + 1}/1/2026 10:30,P${at % 3},${at + 1},2.5`);
  const { exports } = await initOf(folderOf({ "sales.csv": csv("InvoiceNo,InvoiceDate,StockCode,Quantity,UnitPrice", ...orders) }));
  expect(exports["orders"]?.["sql"]).toBe(
    'select *, try_cast("Quantity" as decimal(18, 6)) * try_cast("UnitPrice" as decimal(18, 6)) as amount_cny from records',
  );
});

test("initFolder reads percents of a share as hundredths", async () => {
  const requirements = rows(20, (at) => `R-${at},${day(at)} 09:00,${(at % 5) * 20 + 10}`);
  const { exports } = await initOf(folderOf({ "requirements.csv": csv("Requirement ID,Submitted at,Confidence %", ...requirements) }));
  expect(exports["requirements"]).toMatchObject({ columns: { confidence: "Confidence %" }, scale: { confidence: 0.01 } });
});
