import type { topics as zh } from "../zh/topics.ts";

/** What metrics are about, in English. */
export const topics: typeof zh = {
  names: {
    response: "Response",
    market: "Market",
    cost: "Cost",
    satisfaction: "Satisfaction",
    matrix: "Departments",
    requirements: "Requirements",
    leads: "Leads",
    "lost-deals": "Lost deals",
    goals: "Goals",
    rhythm: "Meetings",
  },
  titles: {
    response: "Responsiveness",
    market: "Market results",
    cost: "Cost of friction",
    satisfaction: "Team satisfaction",
    matrix: "Department-responsibility matrix",
    requirements: "Requirements and RICE",
    leads: "Lead hand-off",
    "lost-deals": "Deals lost to late collaboration",
    goals: "Goal alignment",
    rhythm: "Meetings and decisions",
  },
  questions: {
    response: "How fast does a customer requirement become a project?",
    market: "What does the joint work earn?",
    cost: "What does friction cost?",
    satisfaction: "Do both sides trust the process and the mechanism?",
    matrix: "Which department to talk to, and about what? Were the promises kept?",
    requirements: "Were high scores approved first, and did they sell better?",
    leads: "Do sales pick up the leads that marketing hands over?",
    "lost-deals": "How much was lost to late collaboration, and where did it stall?",
    goals: "Do the goals of departments hang together, and are they reached?",
    rhythm: "Are the agreed meetings held, and their decisions carried out?",
  },
};
