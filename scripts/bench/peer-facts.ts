import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Column, columnFromArray, dateDay, dictionary, tableFromColumns, tableToIPC, uint8, utf8 } from "@uwdata/flechette";
import { isoOf } from "../../src/core/days.ts";
import { unknownName } from "../../src/core/errors.ts";
import type { Day } from "../sample/calendar.ts";
import { PRODUCT_LINES, REGIONS, SEGMENTS } from "../sample/company.ts";
import { USUAL_ORDERS } from "../sample/make-sample.ts";
import { SAMPLE_COMPANY } from "../sample/making.ts";
import { customerBase } from "../sample/tables/customers.ts";
import { makeOrders } from "../sample/tables/orders.ts";
import { makeProducts } from "../sample/tables/products.ts";
import { arrowColumn } from "../stage/arrow-column.ts";

/** Writes the sales of a sample company with that many orders, as in `scripts/facts/sales.sql`, but by month: one row per order, as gzipped Arrow. */
export async function writePeerFacts(orders: number, file: string): Promise<void> {
  const bytes = tableToIPC(tableFromColumns(factColumns(orders)), { format: "stream" });
  if (!bytes) throw new Error("cannot write the facts as Arrow");
  await writeFile(file, await promisify(gzip)(bytes));
}

/** Columns of the smallest types that hold them, so that a browser has as little as possible to load. */
function factColumns(orders: number): Record<string, Column<unknown>> {
  const products = makeProducts(SAMPLE_COMPANY, orders / USUAL_ORDERS);
  const productOf = new Map(products.map((product) => [product.product_id, product]));
  const months = new Int32Array(orders);
  const amounts = new Float32Array(orders);
  const areNew = new Uint8Array(orders);
  const [lines, regions, segments] = [memberColumn(PRODUCT_LINES, orders), memberColumn(REGIONS, orders), memberColumn(SEGMENTS, orders)];
  let row = 0;
  const drawCustomer = customerBase(SAMPLE_COMPANY, orders);
  for (const order of makeOrders(SAMPLE_COMPANY, { count: orders, products, drawCustomer })) {
    const { ordered_on, product_id, region, segment, amount_cny } = order;
    const { product_line, launched_on } = productOf.get(product_id) ?? fail(`an order of an unknown product: ${product_id}`);
    months[row] = monthOf(ordered_on);
    amounts[row] = amount_cny;
    areNew[row] = isNew(ordered_on, launched_on) ? 1 : 0;
    lines.set(row, product_line);
    regions.set(row, region);
    segments.set(row, segment);
    row++;
  }
  return {
    month: arrowColumn(dateDay(), orders, [], { values: months }),
    product_line: lines.column(),
    region: regions.column(),
    segment: segments.column(),
    amount_cny: columnFromArray(amounts),
    is_new_product: columnFromArray(areNew),
  };
}

/** A column of the members of a group, a byte per row. */
function memberColumn(group: Readonly<Record<string, unknown>>, length: number) {
  const members = Object.keys(group);
  const places = new Map(members.map((member, place) => [member, place]));
  const values = new Uint8Array(length);
  return {
    set: (row: number, member: string) => {
      const place = places.get(member);
      if (place === undefined) throw unknownName("member", member, members);
      values[row] = place;
    },
    column: () => {
      const type = utf8();
      return arrowColumn(dictionary(type, uint8()), length, [], { values, words: columnFromArray(members, type) });
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}

/** The first day of a day's month. */
const monthOf = (day: Day): Day => remembered(firstDays, day, () => day + 1 - Number(isoOf(day).slice(8)));

/** Whether a product came to market less than twelve months before. */
const isNew = (day: Day, launchedOn: Day | null): boolean =>
  launchedOn !== null && day >= launchedOn && day < remembered(anniversaries, launchedOn, () => yearAfter(launchedOn));

/** The same day of the next year; 28 February after a leap day. */
function yearAfter(day: Day): Day {
  const [year = "", monthAndDay = ""] = isoOf(day).split(/-(.*)/s);
  return Date.parse(`${Number(year) + 1}-${monthAndDay === "02-29" ? "02-28" : monthAndDay}`) / 86_400_000;
}

const firstDays = new Map<Day, Day>();
const anniversaries = new Map<Day, Day>();

function remembered(known: Map<Day, Day>, day: Day, compute: () => Day): Day {
  const found = known.get(day) ?? compute();
  known.set(day, found);
  return found;
}
