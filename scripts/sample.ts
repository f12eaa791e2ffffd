import { parseArgs } from "node:util";
import { USUAL_ORDERS } from "./sample/make-sample.ts";
import { writeSample } from "./sample/write-sample.ts";

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: String(USUAL_ORDERS) },
    out: { type: "string", default: "data" },
  },
});

const orders = Number(values.orders);
if (!Number.isInteger(orders) || orders < 100)
  throw new Error(`not a number of orders: ${values.orders}; expected a whole number from 100`);

const counts = writeSample(values.out, orders);
for (const [file, count] of counts) console.log(`${file}: ${count} records`);
