import { isOver, type Period } from "../../core/periods.ts";
import type { Page } from "../ask/page.ts";

/** Leads created up to this ISO day are old enough for most of them to have an outcome. */
export const matureUntil = ({ site, asOf }: Page): string => site.cubes.fact("lead_cohorts")?.until ?? asOf;

/** Whether the conversion of the leads created in a period can be judged. */
export const isMature = (page: Page, period: Period): boolean => isOver(period, matureUntil(page));
