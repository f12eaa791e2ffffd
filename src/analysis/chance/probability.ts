import { sumOf, type Term, varianceOf } from "./contrast.ts";
import { normalDistance } from "./normal.ts";
import { studentTails } from "./student.ts";
import type { Variation } from "./variation.ts";

/** How far above chance, in standard deviations of its estimate, a dispersion must lie to count; what is above counts. */
const DOUBT = 0.5;
/** Student's t of so many degrees is the normal distribution. */
const MANY = 1000;

/** How many times as much a sum varies as independent points of the given variance would; not less than by chance where that is known. */
function dispersionOf({ own, ...noise }: Variation, terms: readonly Term[]): number {
  const found = (noise.variance * varianceOf(terms, noise.correlation)) / varianceOf(terms, 0);
  return own === null ? found : Math.max(1, found - DOUBT * Math.sqrt(2 / noise.degrees));
}

const STEP = 0.1;

/** The estimate of a correlation is skew, and too low more often than too high: its variance counts twice (found by simulation, scripts/bench/chance). */
const SKEWED = 2;

/**
 * Degrees of freedom of a standard error whose variance and correlation were both estimated: those of a variance that is as uncertain
 * (Satterthwaite, Biometrics Bulletin 2, 1946).
 */
function degreesOf({ own, ...noise }: Variation, terms: readonly Term[], dispersion: number): number {
  if (own !== null && dispersion === 1) return MANY;
  const [variance, more] = [0, STEP].map((step) => Math.log(varianceOf(terms, noise.correlation + step))) as [number, number];
  const growth = (more - variance) / STEP;
  return Math.max(1, 2 / (2 / noise.degrees + SKEWED * growth * growth * noise.doubt));
}

/** Standard error of a sum of points, and the degrees of freedom that it has. */
export function errorOf(variation: Variation, terms: readonly Term[]): { error: number; degrees: number } {
  const dispersion = dispersionOf(variation, terms);
  const variance = (variation.own ?? 1) * varianceOf(terms, 0) * dispersion;
  return { error: Math.sqrt(variance), degrees: degreesOf(variation, terms, dispersion) };
}

/** Two-sided probability of a sum of points as far from 0, or farther, when nothing happened; 1 where nothing is known to vary. */
export function probabilityOf(variation: Variation, terms: readonly Term[]): number {
  const { error, degrees } = errorOf(variation, terms);
  return error === 0 ? 1 : studentTails(sumOf(terms) / error, degrees);
}

/** An exact probability of independent cases where months vary more than chance: as many standard deviations, less by the dispersion. */
export function dispersed(exact: number, variation: Variation, terms: readonly Term[]): number {
  const dispersion = dispersionOf(variation, terms);
  if (dispersion === 1 || exact === 1) return exact;
  return studentTails(normalDistance(Math.max(exact, Number.MIN_VALUE)) / Math.sqrt(dispersion), degreesOf(variation, terms, dispersion));
}

/** The distance in standard errors at which a two-sided probability is reached (Abramowitz & Stegun, 26.7.5, two terms). */
export function studentDistance(probability: number, degrees: number): number {
  const z = normalDistance(probability);
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
