/** Columns that contracts are to have, and do not have yet. Delete each when it lands. */
export const ANNOUNCED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  service_requests: ["priority", "category", "team", "status", "due_at", "sla_met", "closed_at", "paused_minutes"],
  deals: ["probability"],
  orders: ["quantity", "status"],
  leads: ["status"],
  requirements: ["priority", "status"],
  after_sales: ["refund", "status"],
};
