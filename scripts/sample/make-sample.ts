import { makeAfterSales } from "./tables/after-sales.ts";
import { customerBase } from "./tables/customers.ts";
import { makeLosses } from "./tables/losses.ts";
import { makeOrders } from "./tables/orders.ts";
import { makeProducts } from "./tables/products.ts";
import { makeProjects } from "./tables/projects.ts";
import { makeRequirementChanges } from "./tables/requirement-changes.ts";
import { makeRequirements } from "./tables/requirements.ts";
import { makeRework } from "./tables/rework.ts";
import { makeSurvey } from "./tables/survey.ts";
import { makeSurveyInvitations } from "./tables/survey-invitations.ts";
import { makeTimesheets } from "./tables/timesheets.ts";

export type Sample = ReturnType<typeof makeSample>;

/** The number of orders for which the other tables have the sizes given here. */
export const USUAL_ORDERS = 40_000;

/** What happened in the company, in the form of the contracts and without a flaw; the orders are made anew each time they are asked for. */
export function makeSample(orderCount: number) {
  const scale = orderCount / USUAL_ORDERS;
  const count = (usual: number) => Math.max(1, Math.round(usual * scale));
  const products = makeProducts(scale);
  const drawCustomer = customerBase(orderCount);
  const orders = () => makeOrders(orderCount, products, drawCustomer);
  const requirements = makeRequirements(count(3_600));
  const requirement_changes = makeRequirementChanges(requirements);
  const survey_invitations = makeSurveyInvitations(scale);
  return {
    products,
    orders,
    after_sales: makeAfterSales(orders(), products),
    requirements,
    requirement_changes,
    rework: makeRework(requirements, requirement_changes),
    timesheets: makeTimesheets(count(12_000)),
    projects: makeProjects(count(250)),
    losses: makeLosses(count(400)),
    survey_invitations,
    survey: makeSurvey(survey_invitations),
  };
}
