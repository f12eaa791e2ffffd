-- one row per service request resolved
-- 每行一条：已解决的请求
-- time: resolved_on
-- over time: flow
-- known: * where service_requests.resolved_at is not null
-- known: hours_to_assignment where service_requests.assigned_at is not null
-- known: hours_to_response where service_requests.first_response_at is not null
-- known: is_delivered where service_requests.output_delivered is not null
-- on working time: resolution_hours, hours_to_assignment, hours_to_response, hours_to_resolution
-- dimension output: service_requests.output_delivered
-- column resolved_on: day of the resolution
-- column resolution_hours: working hours from opening to resolution
-- column hours_to_assignment: working hours from opening to assignment, or to the first response where that came before; null without an assignment
-- column hours_to_response: working hours from assignment, or from opening without one, to the first response; null where none is recorded
-- column hours_to_resolution: working hours to the resolution from the first response, without one from the assignment, without either from opening
-- column is_delivered: an output was delivered
with answered as (
  select
    requests.*,
    coalesce(responded_position, resolved_position) as answered_position
  from facts.requests as requests
  where resolved_at is not null
),
-- a request that was answered before it was assigned waited for neither after that
steps as (
  select
    answered.*,
    case when assigned_position < answered_position then assigned_position else answered_position end as accepted_position
  from answered
)
select
  cast(resolved_at as date) as resolved_on,
  department, request_type, output, region, product_line, segment, own,
  (resolved_position - opened_position) / 60.0 as resolution_hours,
  case when assigned_position is not null then (accepted_position - opened_position) / 60.0 end as hours_to_assignment,
  case
    when responded_position is not null
      then (responded_position - case when assigned_position is null then opened_position else accepted_position end) / 60.0
  end as hours_to_response,
  (resolved_position - case
    when responded_position is not null then responded_position
    when assigned_position is not null then accepted_position
    else opened_position
  end) / 60.0 as hours_to_resolution,
  output is not null as is_delivered
from steps
