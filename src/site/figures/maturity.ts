/** Share of the leads created in a period whose outcome must be known for their conversion to be judged. */
export const MATURE = 0.9;
