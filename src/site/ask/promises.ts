import { unknownName } from "../../core/errors.ts";
import { firstDay, lastDay, type Month, type Period } from "../../core/periods.ts";
import type { Unit } from "../../core/units.ts";
import type { Reference } from "../../data/reference.ts";
import { hasMetric, type Site } from "../site.ts";
import type { Page } from "./page.ts";

/** A limit that a department promises to meet, and the days on which it holds. */
export type Rule = Reference["rules"][number];

/** What a department promises of a type of request: its first response or its resolution, with the rules that have held, oldest first. */
export interface Promised {
  department: string;
  requestType: string;
  /** `first_response` or `resolution`. */
  promise: string;
  rules: readonly [Rule, ...Rule[]];
}

/** Every promise, in the order in which the rules are kept. */
export function promisesOf({ reference }: Pick<Site, "reference">): Promised[] {
  const same = Map.groupBy(reference.rules, ({ department, request_type, promise }) => `${department} ${request_type} ${promise}`);
  return [...same.values()].flatMap((unsorted) => {
    const [first, ...later] = unsorted.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    if (!first) return [];
    const { department, request_type: requestType, promise } = first;
    return [{ department, requestType, promise, rules: [first, ...later] }];
  });
}

/** The promise of a department, a type of request, and `first_response` or `resolution`; null when there is none. */
export const findPromise = (site: Pick<Site, "reference">, members: Readonly<Record<string, string>>): Promised | null =>
  promisesOf(site).find((promised) => PROMISE.every((id) => membersOfPromise(promised)[id] === members[id])) ?? null;

/** The same of a spec. Throws when there is none. */
export function requirePromise({ site }: Pick<Page, "site">, members: Readonly<Record<string, string>>): Promised {
  const found = findPromise(site, members);
  if (found) return found;
  throw unknownName("promise", PROMISE.map((id) => members[id]).join(" "), promisesOf(site).map(wordsOfPromise), "sla.csv has");
}

/** Dimensions whose members name a promise. */
export const PROMISE = ["department", "request_type", "promise"] as const;

/** The part of the company that a promise is about. */
export const membersOfPromise = ({ department, requestType, promise }: Promised) => ({ department, request_type: requestType, promise });

/** The same as words of a spec. */
export const wordsOfPromise = (promised: Promised): string => Object.values(membersOfPromise(promised)).join(" ");

/** What sets the figures of a promise apart from those of the others of its department. */
export const keyOfPromise = ({ requestType, promise }: Promised): string => `${requestType}-${promise}`.replaceAll("_", "-");

/** The page about one promise. */
export const pageOfPromise = (page: Page, promised: Promised): Page =>
  page.narrowed(Object.fromEntries(Object.entries(membersOfPromise(promised)).map(([dimension, member]) => [dimension, [member]])));

const holdsOn = ({ from, to }: Rule, day: string) => from <= day && (to === null || day <= to);

/** The rule in force at the end of a period; where none is, the last one before, else the first. */
export const ruleAt = ({ rules }: Promised, { end }: Pick<Period, "end">): Rule =>
  rules.find((rule) => holdsOn(rule, lastDay(end))) ?? rules.findLast(({ from }) => from <= lastDay(end)) ?? rules[0];

/** The rule in force on the first day of a month; null where there was none. */
export const ruleIn = ({ rules }: Promised, month: Month): Rule | null => rules.find((rule) => holdsOn(rule, firstDay(month))) ?? null;

/** Whether a period holds requests of two rules: the rule changed in it or in the month before, when some of what fell due was asked. */
export const changesIn = ({ rules }: Promised, { start, end }: Pick<Period, "start" | "end">): boolean =>
  rules.slice(1).some(({ from }) => from > firstDay(start - 1) && from <= lastDay(end));

/** The unit in which a limit is given. */
export const unitOfRule = ({ clock }: Rule): Unit => (clock === "working_days" ? "working_days" : "hours");

/** Hours of the rule's clock in its unit. */
export const hoursInUnit = ({ limit_hours, time_limit }: Rule): number => limit_hours / time_limit;

/** "24 hours", "3 working days" */
export const limitWords = (page: Page, rule: Rule): string =>
  page.value(rule.time_limit, unitOfRule(rule), { digits: Number.isInteger(rule.time_limit) ? 0 : 1 });

/** "technical support: first response" */
export const promiseName = (page: Page, { requestType, promise }: Promised): string =>
  page.titled(page.member("request_type", requestType), page.member("promise", promise));

/** Where the page of its department shows a promise. */
export const promiseHref = (page: Page, { department, requestType, promise }: Promised): string =>
  page.href(`departments/${department}/#${anchorOf({ requestType, promise })}`);

/** The name by which links reach a promise on that page. */
export const anchorOf = ({ requestType, promise }: Pick<Promised, "requestType" | "promise">): string => `sla-${requestType}-${promise}`;

/** Whether a company's data show what departments promised, and whether they kept it. */
export const hasPromises = (site: Pick<Site, "metrics">): boolean => hasMetric(site, "sla-attainment");

/** Departments that support the business unit, in their order; none where nothing shows what they promised. */
export const supportingDepartments = ({ site }: { site: Pick<Site, "reference" | "metrics"> }): string[] =>
  hasPromises(site) ? site.reference.departments.filter(({ stage }) => stage !== "business").map(({ department }) => department) : [];
