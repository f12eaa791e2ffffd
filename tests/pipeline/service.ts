/** What a small company needs besides its own to be asked for support: a request type, and a promise to resolve within a working day. */
export const SUPPORT = {
  "reference/members": [
    "dimension,member,zh,en",
    "product_line,sensors,传感器,Sensors",
    "region,west,西部,West",
    "region,east,华东,East",
    "segment,smb,中小客户,Small",
    "request_type,support,技术支持,Support",
  ],
  "reference/sla": [
    "department,request_type,promise,time_limit,clock,valid_from,valid_to",
    "rnd,support,resolution,1,working_days,2025-01-01,",
  ],
};

export const REQUEST_HEADER =
  "request_id,requested_by,department,request_type,output_expected,product_line,region,segment,deal_id,opened_at,assigned_at,first_response_at,resolved_at,cancelled_at,output_delivered,rating";

/** A record of a request for support. */
export const request = (id: string, opened: string, resolved = ""): string =>
  `${id},sales,rnd,support,,sensors,east,smb,,${opened},,,${resolved},,,`;
