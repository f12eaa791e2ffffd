import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { stringify as stringifyYaml } from "yaml";
import { companyFolder } from "../../pipeline/company.ts";

/** A member whose id and names try to break out of where they are written. */
export interface Hostile {
  id: string;
  zh: string;
  en: string;
}

const hostile = (id: string, zh: string, en: string): Hostile => ({ id, zh, en });

/** Regions with every kind of id that an address has to take as it is, and names that would run, tear or overflow. */
export const REGIONS: readonly Hostile[] = [
  hostile("华东,一区", "东部\n=1+1", 'East\n=HYPERLINK("https://elsewhere.example")'),
  hostile("a\\b", "<b>南</b>", "</script><script>document.title='run'</script>"),
  hostile("*", "=SUM(A1)", "*"),
  hostile("A/B", "＝1＋1", "<img src=x onerror=document.title='run'>"),
  hostile("..", "..", "../../etc"),
  hostile("x#y?z=1&period=2025", "井号", "-2+3"),
  hostile("100%", "百分之百", "%E4%B8%AD"),
  hostile("\"quoted'", "“引号”", "\"quotes\" 'all' `over`"),
  hostile("~pool", "波浪", "@SUM(A1)"),
  hostile("a", "𠮷田 🚀", "𝒳 🚀"),
  hostile("A", `名${"很".repeat(70)}长`, `A${"very".repeat(30)}long word`),
  hostile("con", "控\u0007制", "Bell\u0007 and \u0001 start"),
  hostile("r".repeat(200), "]]>", "--> ]]> {{ }}"),
];

/** Departments, whose ids stand in addresses, and whose names may be anything. */
export const DEPARTMENTS: readonly Hostile[] = [
  hostile("sales", "业务部", "Sales"),
  hostile("研发部", "研发\n部 <i>", "R&D\n+1"),
  hostile("hr", "=人力", "=HR"),
  hostile("finance", "'; DROP TABLE", `"Finance"${"x".repeat(80)}`),
  hostile("service", "售后", "</title><svg onload=document.title='run'>"),
];

/** So many product lines that no drawing names them all. */
export const LINES = Array.from({ length: 200 }, (_, i) =>
  hostile(`line ${i}`, `产品系列 ${i} 号工业级高精度`, `Industrial product line ${i}`),
);

const TYPE = hostile("t1", `可行性${"联合验证及交付支持".repeat(6)}`, "=cmd|' /C calc'!A1");
const OUTPUT = hostile("o,1 @x=&*", "产出\r\n@x", "-output");

/** Names of products, which are members that no reference table knows. */
const PRODUCTS = ["=1+1", "T\n@x", "<u>P</u>", "p,q", "网关 G5"];

const day = (i: number) => `2026-0${(i % 3) + 1}-${String((i % 27) + 1).padStart(2, "0")}`;

const membersOf = (dimension: string, all: readonly Hostile[]) => all.map(({ id, zh, en }) => [dimension, id, zh, en]);

const linesOf = (records: readonly (readonly unknown[])[]): string[] => [stringify(records.map((record) => [...record])).trimEnd()];

const orders = LINES.flatMap(({ id }, i) =>
  [0, 1].map((half) => [
    `O-${i}-${half}`,
    day(i + half),
    `C-${i % 40}`,
    `P-${id}`,
    REGIONS[(i + half) % REGIONS.length]?.id,
    "smb",
    100 + i,
    50,
  ]),
);

const requests = LINES.map(({ id }, i) => {
  const opened = `${day(i)} 09:00`;
  const department = DEPARTMENTS[(i % 4) + 1]?.id;
  return [
    `Q-${i}`,
    "sales",
    department,
    TYPE.id,
    id,
    REGIONS[i % REGIONS.length]?.id,
    "smb",
    opened,
    "",
    "",
    `${day(i)} ${10 + (i % 8)}:00`,
    "",
  ];
});

const requirements = LINES.map(({ id }, i) => {
  const decided = `${day(i)} ${10 + (i % 8)}:00`;
  return [
    `R-${i}`,
    `${day(i)} 09:00`,
    decided,
    decided,
    "",
    "",
    "sales",
    REGIONS[i % REGIONS.length]?.id,
    "smb",
    id,
    "must",
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
  ];
});

const HEADS = {
  orders: "order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny",
  requests:
    "request_id,requested_by,department,request_type,product_line,region,segment,opened_at,assigned_at,first_response_at,resolved_at,cancelled_at",
  requirements:
    "requirement_id,submitted_at,reviewed_at,approved_at,rejected_at,released_at,department,region,segment,product_line,value_class,reach,impact,confidence,effort,has_scenario,has_customer_profile,has_competitor,has_budget",
};

/** A record that is refused, of text that would run. */
const refused = (head: string) => head.split(",").map((column) => `=${column}\n+1`);

const exported = (head: string, records: readonly (readonly unknown[])[]) => [head, ...linesOf([...records, refused(head)])];

/** A company whose names and ids are hostile wherever a company may choose them. */
export function writeHostileCompany(): string {
  const dir = companyFolder({
    without: ["reference/targets", "exports/survey", "exports/survey_invitations", "reference/survey-items"],
    files: {
      "reference/departments": [
        "department,zh,en,stage",
        ...linesOf(DEPARTMENTS.map(({ id, zh, en }, i) => [id, zh, en, i ? "middle" : "business"])),
      ],
      "reference/members": [
        "dimension,member,zh,en",
        ...linesOf([
          ...membersOf("region", REGIONS),
          ...membersOf("product_line", LINES),
          ...membersOf("request_type", [TYPE]),
          ...membersOf("output", [OUTPUT]),
          ["segment", "smb", "中小客户", "Small"],
        ]),
      ],
      "reference/responsibilities": [
        "department,stage,duty_zh,duty_en,output,request_types,metrics",
        ...linesOf(DEPARTMENTS.slice(1).map(({ id }) => [id, "middle", "=支持\n+1", "<s>Support</s>", OUTPUT.id, TYPE.id, ""])),
      ],
      "reference/sla": [
        "department,request_type,promise,time_limit,clock,valid_from,valid_to",
        ...DEPARTMENTS.slice(1).map(({ id }) => `${id},${TYPE.id},resolution,5,calendar_hours,2023-01-01,`),
      ],
      "reference/annotations": ["on,metric,zh,en", ...linesOf([["2026-02-01", "", "=事件\n@x", "</text><script>1</script>"]])],
      "exports/products": [
        "product_id,product,product_line,launched_on",
        ...linesOf(LINES.map(({ id }, i) => [`P-${id}`, PRODUCTS[i] ?? `P ${i}`, id, "2026-01-01"])),
      ],
      "exports/orders": exported(HEADS.orders, orders),
      "exports/requirements": exported(HEADS.requirements, requirements),
      "exports/service_requests": exported(HEADS.requests, requests),
    },
  });
  const title = { zh: "=看板</title>", en: "=Board</script><script>document.title='run'</script>" };
  const company = { zh: "小\n公司<b>", en: "+Small\n@co <b>" };
  const site = { title, company, fiscal_year_starts: 1, base: "/", minimum_group: 5, as_of: "2026-04-18", stale_after: 2 };
  const feed = (table: string) => [table, { files: `exports/${table}.csv`, system: "=ERP\n+1", rhythm: "monthly" }];
  const exports = Object.fromEntries(["products", "orders", "requirements", "service_requests"].map(feed));
  writeFileSync(join(dir, "site.yaml"), stringifyYaml(site));
  writeFileSync(join(dir, "sources.yaml"), stringifyYaml({ defaults: { max_rejected: 0.5 }, exports }));
  return dir;
}
