/** Columns that contracts are to have, and do not have yet. Delete each when it lands. */
export const ANNOUNCED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  service_requests: ["team", "status"],
  deals: ["probability"],
  orders: ["quantity", "status"],
  leads: ["status"],
  requirements: ["priority", "status"],
  after_sales: ["status"],
};
