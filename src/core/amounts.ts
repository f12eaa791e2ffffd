/** Amounts, of money or of hours, are whole numbers of this part of a yuan or an hour, so that their sums are exact; hundredths of a cent hold prices and converted amounts too. */
export const PARTS_OF_ONE = 10_000;

/** The largest amount whose parts are an exact number. */
export const LARGEST_AMOUNT = Math.floor(Number.MAX_SAFE_INTEGER / PARTS_OF_ONE);

/** Products up to this are off by less than a quarter of a part. */
const ROUNDED_WELL = 2 ** 50;

/** The parts of an amount; what it has beyond four decimals is rounded, halves away from zero. */
export function toParts(amount: number): number {
  const product = Math.abs(amount) * PARTS_OF_ONE;
  const near = Math.round(product);
  const isClear = product < ROUNDED_WELL && Math.abs(product - near) < 0.25;
  // the product of a binary fraction may lie on the wrong side of a half; its decimal digits do not
  return Math.sign(amount) * (isClear ? near : Math.round(Number(`${Math.abs(amount)}e4`)));
}

/** Whether an amount has no more than four decimals, so that its parts are all of it. */
export const isWholeInParts = (amount: number): boolean => toParts(amount) / PARTS_OF_ONE === amount;
