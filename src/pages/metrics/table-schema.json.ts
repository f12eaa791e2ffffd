import { tableSchema } from "../../publish/data-package.ts";

export const GET = () => Response.json(tableSchema());
