import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { SiteConfig } from "../../src/data/site-config.ts";

const SITE = {
  title: { zh: "看板", en: "Board" },
  company: { zh: "小公司", en: "Small company" },
  fiscal_year_starts: 1,
  base: "/",
  minimum_group: 5,
  as_of: "2026-04-18",
  stale_after: 2,
};

const times = (count: number, record: string) => Array(count).fill(record);

/** Tables of a company too small to need more than a screen: two departments that take the survey are below the minimum, and a third has to hide with them. */
const TABLES: Record<string, readonly string[]> = {
  "reference/departments": [
    "department,zh,en,stage",
    "sales,业务部,Sales,business",
    "rnd,研发部,R&D,middle",
    "hr,人力资源部,Human resources,whole",
    "finance,财务部,Finance,whole",
    "legal,法务部,Legal,whole",
    "service,售后部,Service,back",
  ],
  "reference/members": [
    "dimension,member,zh,en",
    "product_line,sensors,传感器,Sensors",
    "region,west,西部,West",
    "region,east,华东,East",
    "segment,smb,中小客户,Small",
  ],
  "reference/survey-items": [
    "item,aspect,zh,en",
    "process_clear,process,步骤清楚,Steps are clear",
    "mechanism_goals,mechanism,目标一致,Same goals",
  ],
  "reference/targets": ["metric,period,target", "time-to-approval,2026,5"],
  "exports/products": ["product_id,product,product_line,launched_on", "P-1,T1,sensors,2026-01-10", "P-2,T2,sensors,"],
  "exports/orders": [
    "order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny",
    "O-1,2026-01-10,C-1,P-1,east,smb,100.10,60",
    "O-2,2026-01-10,C-1,P-2,east,smb,50.20,",
    "O-3,2026-02-20,C-2,P-1,west,smb,80.30,40",
    "O-4,2026-04-11,C-1,P-1,east,smb,70,40",
  ],
  "exports/requirements": [
    "requirement_id,submitted_at,reviewed_at,approved_at,rejected_at,released_at,department,region,segment,product_line,value_class,reach,impact,confidence,effort,has_scenario,has_customer_profile,has_competitor,has_budget",
    "R-1,2026-01-05 09:00,2026-01-08 09:00,2026-01-10 09:00,,2026-03-20 09:00,sales,east,smb,sensors,must,100,2,0.8,2,1,1,1,1",
    "R-2,2026-01-20 09:00,2026-02-02 09:00,2026-02-05 09:00,,,sales,west,smb,sensors,important,40,1,0.5,4,1,0,1,1",
    "R-3,2026-02-11 09:00,2026-02-13 09:00,,2026-02-14 09:00,,rnd,west,smb,sensors,optional,,,,,0,0,0,0",
    "R-4,2026-03-11 09:00,,,,,rnd,east,smb,sensors,must,9,1,0.5,1,1,1,1,1",
  ],
  "exports/survey": [
    "quarter,side,department,item,score",
    ...times(6, "2026Q1,sales,sales,process_clear,4"),
    ...times(6, "2026Q1,rnd,rnd,process_clear,3"),
    ...times(4, "2026Q1,support,service,process_clear,5"),
    ...times(3, "2026Q1,support,service,process_clear,3"),
    ...times(6, "2026Q1,support,legal,process_clear,3"),
    ...times(3, "2026Q1,support,hr,process_clear,2"),
    ...times(4, "2026Q1,support,finance,process_clear,1"),
    ...times(6, "2026Q1,support,service,mechanism_goals,4"),
  ],
  "exports/survey_invitations": [
    "quarter,side,department,invited",
    "2026Q1,sales,sales,9",
    "2026Q1,rnd,rnd,8",
    "2026Q1,support,service,7",
    "2026Q1,support,hr,4",
    "2026Q1,support,finance,4",
    "2026Q1,support,legal,6",
  ],
};

export interface Change {
  /** Names of files to leave out, such as `exports/orders`. */
  without?: readonly string[];
  /** Files that differ, by name. */
  files?: Record<string, readonly string[]>;
  /** Settings of site.yaml that differ; undefined leaves one out. */
  site?: Partial<SiteConfig>;
}

/** A data folder below the system's temporary one, with the small company's files. */
export function companyFolder({ without = [], files = {}, site = {} }: Change = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-company-"));
  const tables = Object.entries({ ...TABLES, ...files }).filter(([name]) => !without.includes(name));
  const ids = tables
    .map(([name]) => name.split("/"))
    .filter(([kind]) => kind === "exports")
    .map(([, id]) => id as string);
  const exports = Object.fromEntries(ids.map((id) => [id, { files: `exports/${id}.csv`, system: "ERP", rhythm: "monthly" }]));
  const written = {
    "site.yaml": stringify({ ...SITE, ...site }),
    "sources.yaml": stringify({ exports }),
    ...Object.fromEntries(tables.map(([name, lines]) => [`${name}.csv`, `${lines.join("\n")}\n`])),
  };
  for (const [name, content] of Object.entries(written)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
