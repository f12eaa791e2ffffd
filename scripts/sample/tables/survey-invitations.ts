import type { RowOf } from "../../../src/core/contract.ts";
import type surveyInvitations from "../../../src/tables/survey-invitations.ts";
import type { Department } from "../company.ts";
import { type Company, makingOf } from "../making.ts";

export type SurveyInvitation = RowOf<typeof surveyInvitations>;
type Side = SurveyInvitation["side"];

/** On which side a department answers, and how many people it has; few enough in HR to stay hidden at any scale. */
const HEADCOUNT: Record<Department, { side: Side; people: number; grows: boolean }> = {
  sales: { side: "sales", people: 62, grows: true },
  rnd: { side: "rnd", people: 54, grows: true },
  product: { side: "product", people: 20, grows: true },
  marketing: { side: "support", people: 15, grows: true },
  sales_ops: { side: "support", people: 12, grows: true },
  after_sales: { side: "support", people: 22, grows: true },
  finance: { side: "support", people: 9, grows: true },
  hr: { side: "support", people: 4, grows: false },
};

/** The twelve quarters that are over. */
const QUARTERS: readonly string[] = Array.from(
  { length: 12 },
  (_, index) => `${2023 + Math.floor((index + 3) / 4)}Q${((index + 3) % 4) + 1}`,
);

/** Who was invited in each quarter: everybody, with small changes of staff. */
export function makeSurveyInvitations(company: Company, scale: number): SurveyInvitation[] {
  const { random } = makingOf(company, "survey-invitations");
  return QUARTERS.flatMap((quarter) =>
    Object.entries(HEADCOUNT).map(([department, { side, people, grows }]) => {
      const invited = grows ? Math.max(2, Math.round(people * scale * random.between(0.94, 1.06))) : people;
      return { quarter, side, department, invited };
    }),
  );
}
