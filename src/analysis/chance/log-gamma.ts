/** Coefficients of the asymptotic series, B₂ₖ / (2k (2k − 1)). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
/** From here on six terms of the series are exact to the last digits. */
const LARGE = 10;

/** Natural logarithm of the gamma function of a positive number: Stirling's series (NIST DLMF, 5.11.1), smaller numbers by recurrence (5.5.1). */
export function logGamma(x: number): number {
  let [large, product] = [x, 1];
  for (; large < LARGE; large++) product *= large;
  const square = 1 / (large * large);
  const rest = SERIES.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / large;
  return (large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + rest - Math.log(product);
}

/** Logarithm of the number of ways to choose k of n. */
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
