/** Columns that contracts are to have, and do not have yet. Delete each when it lands. */
export const ANNOUNCED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  service_requests: ["priority", "category", "team", "status", "due_at", "sla_met", "closed_at", "paused_minutes"],
  deals: ["probability", "source", "currency", "team"],
  orders: ["line", "quantity", "currency", "channel", "status"],
  leads: ["status"],
  requirements: ["priority", "status"],
  after_sales: ["refund", "status"],
};

/** Forms of dates that systems write, and that no form of `sources.yaml` can say yet. */
export const ANNOUNCED_DATE_FORMS: readonly string[] = ["DD/MMM/YY h:mm A", "M/D/YYYY, h:mm A", "M/D/YYYY h:mm A"];
