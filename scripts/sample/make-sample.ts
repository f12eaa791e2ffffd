import { type Company, SAMPLE_COMPANY } from "./making.ts";
import { makeAfterSales } from "./tables/after-sales.ts";
import { customerBase } from "./tables/customers.ts";
import { makeDeals } from "./tables/deals.ts";
import { makeGoals } from "./tables/goals.ts";
import { makeLeads } from "./tables/leads.ts";
import { makeLosses } from "./tables/losses.ts";
import { makeMeetings } from "./tables/meetings.ts";
import { makeOrders } from "./tables/orders.ts";
import { makeProducts } from "./tables/products.ts";
import { makeProjects } from "./tables/projects.ts";
import { makeProspects } from "./tables/prospects.ts";
import { withProducts } from "./tables/release-products.ts";
import { makeRequirementChanges } from "./tables/requirement-changes.ts";
import { makeRequirements } from "./tables/requirements.ts";
import { makeRework } from "./tables/rework.ts";
import { makeRotations } from "./tables/rotations.ts";
import { makeServiceRequests } from "./tables/service-requests.ts";
import { makeSurvey } from "./tables/survey.ts";
import { makeSurveyInvitations } from "./tables/survey-invitations.ts";
import { makeTimesheets } from "./tables/timesheets.ts";

export type Sample = ReturnType<typeof makeSample>;

/** The number of orders for which the other tables have the sizes given here. */
export const USUAL_ORDERS = 40_000;

interface SampleOptions {
  /** Default the company that is shipped. */
  company?: Company;
  /** The size of the other tables against the usual one; default that of the orders. */
  scale?: number;
}

/** What happened in a company, in the form of the contracts and without a flaw; the orders are made again each time they are asked for. */
export function makeSample(orderCount: number, { company = SAMPLE_COMPANY, scale = orderCount / USUAL_ORDERS }: SampleOptions = {}) {
  const count = (usual: number) => Math.max(1, Math.round(usual * scale));
  const products = makeProducts(company, scale);
  const drawCustomer = customerBase(company, orderCount);
  const orders = () => makeOrders(company, { count: orderCount, products, drawCustomer });
  const requirements = withProducts(company, makeRequirements(company, count(3_600)), products);
  const requirement_changes = makeRequirementChanges(company, requirements);
  const survey_invitations = makeSurveyInvitations(company, scale);
  const prospects = makeProspects(company, count(1_560));
  const service_requests = makeServiceRequests(company, count(9_000), prospects);
  const deals = makeDeals(company, prospects, service_requests);
  return {
    products,
    orders,
    after_sales: makeAfterSales(company, orders(), products),
    requirements,
    requirement_changes,
    rework: makeRework(company, requirements, requirement_changes),
    timesheets: makeTimesheets(company, count(12_000)),
    projects: makeProjects(company, count(250)),
    losses: makeLosses(company, count(400)),
    survey_invitations,
    survey: makeSurvey(company, survey_invitations),
    service_requests,
    deals,
    leads: makeLeads(company, count(5_000), deals),
    goals: makeGoals(company),
    meetings: makeMeetings(company),
    rotations: makeRotations(company),
  };
}
