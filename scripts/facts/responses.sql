-- one row per service request first answered
-- 每行一条：首次响应的请求
-- time: responded_on
-- over time: flow
-- cases last: facts.requests.opened_on to closed_on
-- known: * where service_requests.first_response_at is not null or service_requests.hours_to_first_response is not null
-- on working time: response_hours
-- column responded_on: day of the first response
-- column response_hours: working hours from opening to first response
-- column elapsed_hours: calendar hours from opening to first response
select
  cast(responded_at as date) as responded_on,
  department, request_type, priority, category, region, product_line, segment, own,
  (responded_position - opened_position) / 60.0 as response_hours,
  date_diff('minute', date_trunc('minute', opened_at), date_trunc('minute', responded_at)) / 60.0 as elapsed_hours
from facts.requests
where responded_at is not null
