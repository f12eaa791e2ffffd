-- one row per service request, and how long it waited for its first response and its resolution
-- 每行一条：协作请求及其等待首次响应与解决的时长
-- time: opened_on
-- over time: flow
-- cases last: facts.requests.opened_on to closed_on
-- known: hours_to_response, hours_unanswered where service_requests.first_response_at is not null or service_requests.hours_to_first_response is not null
-- known: hours_to_resolution, hours_unresolved where service_requests.resolved_at is not null or service_requests.closed_at is not null or service_requests.hours_to_resolution is not null
-- on working time: hours_to_response, hours_unanswered up to waited_for_response_until
-- on working time: hours_to_resolution, hours_unresolved up to waited_for_resolution_until
-- column waited_for_response_until: day of the first response, or of the resolution without one, else of the cancellation or the last that the data cover
-- column waited_for_resolution_until: day of the resolution, else of the cancellation or the last that the data cover
-- column hours_to_response: working hours from opening to first response, or to a resolution without one; null where neither has come
-- column hours_unanswered: working hours without either, up to the cancellation or the last day that the data cover; null once one has come
-- column hours_to_resolution: working hours from opening to resolution, less those of waiting for whoever asked; null where not resolved
-- column hours_unresolved: working hours without a resolution, counted likewise, up to the cancellation or the last day that the data cover; null once resolved
with known as (
  select
    days.day as until,
    days.minutes_before + days.minutes as end_position
  from staging.working_days as days
  where days.day = (select max(last_day) from staging.months)
),
-- resolving a request is a response to it; what happens after the day up to which the data reach is yet to come
ended as (
  select
    requests.*,
    case when cast(coalesce(responded_at, resolved_at) as date) <= known.until then coalesce(responded_position, resolved_position) end as answered_position,
    case when cast(resolved_at as date) <= known.until then resolved_position end as ended_position,
    -- whoever cancels a request waits no longer
    case when cast(cancelled_at as date) <= known.until then cancelled_position else known.end_position end as last_position,
    case when cast(cancelled_at as date) <= known.until then cast(cancelled_at as date) else known.until end as last_on
  from facts.requests as requests
  cross join known
)
select
  opened_on,
  department, request_type, priority, category, product_line, region, segment, own,
  case when answered_position is null then last_on else cast(coalesce(responded_at, resolved_at) as date) end as waited_for_response_until,
  case when ended_position is null then last_on else cast(resolved_at as date) end as waited_for_resolution_until,
  (answered_position - opened_position) / 60.0 as hours_to_response,
  case when answered_position is null then (last_position - opened_position) / 60.0 end as hours_unanswered,
  (ended_position - opened_position - paused_working_minutes) / 60.0 as hours_to_resolution,
  case when ended_position is null then (last_position - opened_position - paused_working_minutes) / 60.0 end as hours_unresolved
from ended
