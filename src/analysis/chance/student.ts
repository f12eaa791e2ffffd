import { logGamma } from "./log-gamma.ts";

const PRECISION = 1e-14;
const TINY = 1e-300;

/** Continued fraction of the incomplete beta function (NIST DLMF, 8.17.22), by the modified method of Lentz (Thompson & Barnett 1986). */
function betaFraction(x: number, a: number, b: number): number {
  const termOf = (i: number) => {
    const m = i >> 1;
    return i % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  const kept = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let [fraction, upper, lower] = [1, 1, 0];
  for (let i = 1; i < 1000; i++) {
    const term = termOf(i);
    lower = 1 / kept(1 + term * lower);
    upper = kept(1 + term / upper);
    fraction *= upper * lower;
    if (Math.abs(upper * lower - 1) < PRECISION) break;
  }
  return 1 / fraction;
}

/** Regularised incomplete beta function Iₓ(a, b) (NIST DLMF, 8.17). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const log = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(log) / a) * betaFraction(x, a, b);
}

/** Two-sided probability of a value of Student's t as far from 0 as this one, or farther (Abramowitz & Stegun, 26.7.1). */
export const studentTails = (t: number, degrees: number): number => incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
