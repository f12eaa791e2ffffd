const polynomial = (coefficients: readonly number[], x: number) => coefficients.reduceRight((sum, each) => sum * x + each, 0);

/** Numerators and denominators of the three ranges of algorithm AS 241. */
const CENTRE = [
  [3.3871327179, 50.434271938, 159.29113202, 59.10937472],
  [1, 17.895169469, 78.757757664, 67.1875636],
] as const;
const MIDDLE = [
  [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103],
  [1, 0.7370016425, 0.12021132975],
] as const;
const FAR = [
  [6.657905115, 3.081226386, 0.42868294337, 0.017337203997],
  [1, 0.24197894225, 0.012258202635],
] as const;

/**
 * How many standard deviations a normal value lies from its mean, when one as far from it, or farther, has this two-sided probability;
 * seven digits (PPND7 of Wichura, algorithm AS 241, Applied Statistics 37, 1988).
 */
export function normalDistance(probability: number): number {
  const tail = probability / 2;
  const q = 0.5 - tail;
  const ratio = ([upper, lower]: readonly (readonly number[])[], x: number) => polynomial(upper ?? [], x) / polynomial(lower ?? [], x);
  if (q <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(tail));
  return r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR, r - 5);
}
