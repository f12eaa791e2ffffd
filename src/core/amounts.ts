/** Amounts of money are whole numbers of this part of a yuan, so that their sums are exact; hundredths of a cent hold prices and converted amounts too. */
export const PARTS_OF_A_YUAN = 10_000;

/** The largest amount in yuan whose parts are an exact number. */
export const LARGEST_AMOUNT = Math.floor(Number.MAX_SAFE_INTEGER / PARTS_OF_A_YUAN);

/** Products up to this are off by less than a quarter of a part. */
const ROUNDED_WELL = 2 ** 50;

/** The parts of an amount in yuan; what it has beyond four decimals is rounded, halves away from zero. */
export function toParts(yuan: number): number {
  const product = Math.abs(yuan) * PARTS_OF_A_YUAN;
  const near = Math.round(product);
  const isClear = product < ROUNDED_WELL && Math.abs(product - near) < 0.25;
  // the product of a binary fraction may lie on the wrong side of a half; its decimal digits do not
  return Math.sign(yuan) * (isClear ? near : Math.round(Number(`${Math.abs(yuan)}e4`)));
}
