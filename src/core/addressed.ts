/** Dimensions whose members stand in addresses: a department has a page, a type of requests a part of one. */
export const ADDRESSED: readonly string[] = ["department", "request_type"];
