-- one row per service request resolved
-- 每行一条：已解决的请求
-- time: resolved_on
-- over time: flow
-- known: * where service_requests.resolved_at is not null or service_requests.closed_at is not null or service_requests.hours_to_resolution is not null
-- known: hours_to_assignment where service_requests.assigned_at is not null
-- known: hours_to_response where service_requests.first_response_at is not null or service_requests.hours_to_first_response is not null
-- known: hours_to_resolution where service_requests.first_response_at is not null or service_requests.hours_to_first_response is not null
-- known: is_delivered where service_requests.output_delivered is not null
-- on working time: resolution_hours, hours_to_assignment, hours_to_response, hours_to_resolution
-- dimension output: service_requests.output_delivered
-- column resolved_on: day of the resolution
-- column resolution_hours: working hours from opening to resolution, less those of waiting for whoever asked
-- column elapsed_hours: calendar hours from opening to resolution, as whoever asked lived them
-- column unpaused_hours: the same, less those of waiting for whoever asked
-- column hours_to_assignment: working hours from opening to assignment, or to the first response where that came before; null without an assignment
-- column hours_to_response: working hours from assignment, or from opening without one, to the first response; null where none is recorded
-- column hours_to_resolution: working hours to the resolution from the first response, without one from the assignment, without either from opening; less those of waiting for whoever asked, which are taken to lie in them
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
),
worked as (
  select
    steps.*,
    resolved_position - case
      when responded_position is not null then responded_position
      when assigned_position is not null then accepted_position
      else opened_position
    end as worked_minutes,
    date_diff('minute', date_trunc('minute', opened_at), date_trunc('minute', resolved_at)) as elapsed_minutes
  from steps
)
select
  cast(resolved_at as date) as resolved_on,
  department, request_type, priority, category, output, region, product_line, segment, own,
  (resolved_position - opened_position - paused_working_minutes) / 60.0 as resolution_hours,
  elapsed_minutes / 60.0 as elapsed_hours,
  (elapsed_minutes - paused_minutes) / 60.0 as unpaused_hours,
  case when assigned_position is not null then (accepted_position - opened_position) / 60.0 end as hours_to_assignment,
  case
    when responded_position is not null
      then (responded_position - case when assigned_position is null then opened_position else accepted_position end) / 60.0
  end as hours_to_response,
  case when worked_minutes > paused_working_minutes then (worked_minutes - paused_working_minutes) / 60.0 else 0 end as hours_to_resolution,
  output is not null as is_delivered
from worked
