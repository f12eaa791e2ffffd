import { parsePeriod, periodOf } from "../../core/periods.ts";
import type { Page } from "../ask/page.ts";

const named = (page: Page, quarters: readonly string[]) =>
  page.listed(quarters.map((quarter) => page.periodName(parsePeriod(quarter, page.fiscalStart))));

/** Says for which quarters late or corrected answers to the survey are held back; empty for none. */
export function heldBackNote(page: Page): string {
  const { heldBack } = page.site.cubes.manifest.survey;
  return heldBack.length > 0 ? page.words.survey.heldBack(named(page, heldBack), page.minimums.survey) : "";
}

/** Says in which quarters a department gave more answers than it had invitations; empty for none. */
export function overAnsweredNote(page: Page): string {
  const { overAnswered } = page.site.cubes.manifest.survey;
  return overAnswered.length > 0 ? page.words.survey.overAnswered(named(page, overAnswered)) : "";
}

/** Says of which months small groups are shown as they were frozen; empty for none. */
export function asFrozenNote(page: Page): string {
  const { asFrozen } = page.site.cubes.manifest;
  const months = page.listed(asFrozen.map((month) => page.periodName(periodOf(month, "month", page.fiscalStart))));
  return asFrozen.length > 0 ? page.words.survey.asFrozen(months, Math.max(page.minimums.delays, page.minimums.ratings)) : "";
}
