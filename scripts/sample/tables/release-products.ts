import { dayOfMoment, LAST_DAY } from "../calendar.ts";
import { type Company, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import type { Product } from "./products.ts";
import type { Requirement } from "./requirements.ts";

/** Now and then nobody writes down in which product a requirement came to market. */
const isKnown = (random: Random) => random.chance(0.94);

/** Names for each released requirement the product of its line that was launched first from the release on. */
export function withProducts(company: Company, requirements: readonly Requirement[], products: readonly Product[]): Requirement[] {
  const { random } = makingOf(company, "release-products");
  const launched = products
    .flatMap(({ product_id, product_line, launched_on }) => (launched_on === null ? [] : [{ product_id, product_line, launched_on }]))
    .filter(({ launched_on }) => launched_on <= LAST_DAY)
    .sort((a, b) => a.launched_on - b.launched_on);
  return requirements.map((row) => {
    if (row.released_at === null || !isKnown(random)) return row;
    const day = dayOfMoment(row.released_at);
    const product = launched.find(({ product_line, launched_on }) => product_line === row.product_line && launched_on >= day);
    return { ...row, product_id: product?.product_id ?? null };
  });
}
