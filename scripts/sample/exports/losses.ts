import { nameIn, PRODUCT_LINES, REGIONS } from "../company.ts";
import { csvExport } from "../export.ts";
import type { Loss } from "../tables/losses.ts";
import { chineseDate, fullWidth, plain, slashed, tenThousands } from "../text.ts";

const KINDS = { lost_customer: "客户流失", unsold_stock: "滞销库存" } as const;
const CAUSES = { development_defect: "研发缺陷", misstated_requirement: "需求误报", other: "其他" } as const;

/** Filled in by hand: tens of thousands for large amounts, full-width digits from a Chinese keyboard for some. */
function amount({ amount_cny }: Loss): string {
  if (amount_cny >= 100_000) return tenThousands(amount_cny);
  return amount_cny % 700 === 0 ? fullWidth(plain(amount_cny)) : plain(amount_cny);
}

export default csvExport({
  table: "losses",
  file: "crm-losses.csv",
  form: {},
  rows: (sample) => sample.losses,
  columns: {
    损失编号: (row) => row.loss_id,
    确认日期: (row) => (row.loss_kind === "lost_customer" ? chineseDate(row.lost_on) : slashed(row.lost_on)),
    损失类型: (row) => KINDS[row.loss_kind],
    损失原因: (row) => CAUSES[row.loss_cause],
    销售区域: (row) => nameIn(REGIONS, row.region),
    产品线: (row) => nameIn(PRODUCT_LINES, row.product_line),
    损失金额: amount,
  },
});
