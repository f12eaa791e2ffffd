import type { Site } from "./site.ts";

/** Departments that support the business unit, in their order. */
export const supportingDepartments = ({ site }: { site: Pick<Site, "reference"> }): string[] =>
  site.reference.departments.filter(({ stage }) => stage !== "business").map(({ department }) => department);
