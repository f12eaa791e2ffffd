/** Whether a file of the site, by its path in it, carries the hash of its content in its name, so that it never changes under it. */
export const isNamedByContent = (path: string): boolean => /^(_astro\/|data\/cubes\/|data\/(site|search)\.[0-9a-f]{10}\.json$)/.test(path);
