import { dataPackage } from "../publish/data-package.ts";
import { openMetricsDocument, openStore } from "../publish/pages.ts";

export const GET = () => {
  const { title, company } = openStore().site.config;
  return Response.json(dataPackage(openMetricsDocument(), { title: title.en, company: company.en }));
};
