import { isoOf } from "../../../src/core/days.ts";
import { dayOfMoment } from "../calendar.ts";
import { DEPARTMENTS, nameIn, PRODUCT_LINES, REGIONS, SEGMENTS } from "../company.ts";
import { csvExport } from "../export.ts";
import { OUTPUTS, type Output, REQUEST_TYPES, type RequestTypeId } from "../request-types.ts";
import { plain, slashedTime } from "../text.ts";

const output = (id: string | null) => (id === null ? "" : OUTPUTS[id as Output]);

export default csvExport({
  table: "service_requests",
  file: "oa-requests-*.csv",
  form: { hasBom: true, newline: "\r\n" },
  rows: (sample) => sample.service_requests,
  part: (row) => isoOf(dayOfMoment(row.opened_at)).slice(0, 4),
  columns: {
    工单号: (row) => row.request_id,
    提出部门: (row) => nameIn(DEPARTMENTS, row.requested_by),
    受理部门: (row) => nameIn(DEPARTMENTS, row.department),
    请求类型: (row) => REQUEST_TYPES[row.request_type as RequestTypeId].zh,
    预期产出: (row) => output(row.output_expected),
    产品线: (row) => nameIn(PRODUCT_LINES, row.product_line),
    销售区域: (row) => nameIn(REGIONS, row.region),
    客户类型: (row) => nameIn(SEGMENTS, row.segment),
    商机编号: (row) => plain(row.deal_id),
    提出时间: (row) => slashedTime(row.opened_at),
    分派时间: (row) => slashedTime(row.assigned_at),
    首次响应: (row) => slashedTime(row.first_response_at),
    办结时间: (row) => slashedTime(row.resolved_at),
    撤销时间: (row) => slashedTime(row.cancelled_at),
    交付产出: (row) => output(row.output_delivered),
    评分: (row) => plain(row.rating),
  },
});
