import { isoOf } from "../../../src/core/days.ts";
import { nameIn, PRODUCT_LINES } from "../company.ts";
import { csvExport } from "../export.ts";

export default csvExport({
  table: "products",
  file: "plm-products.csv",
  form: {},
  rows: (sample) => sample.products,
  columns: {
    product_id: (row) => row.product_id,
    product: (row) => row.product,
    product_line: (row) => nameIn(PRODUCT_LINES, row.product_line),
    launched_on: (row) => (row.launched_on === null ? "N/A" : isoOf(row.launched_on)),
  },
});
