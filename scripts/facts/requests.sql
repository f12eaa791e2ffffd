-- one row per service request
-- 每行一条：协作请求
-- time: opened_on
-- over time: flow
-- cases last: staging.service_requests.opened_at to coalesce(resolved_at, closed_at, cancelled_at, opened_at + cast(round(hours_to_resolution * 60) as integer) * interval '1' minute)
-- on working time: nothing
-- column opened_on: day of the opening
-- column output: output that was delivered; null where none is recorded
-- column responded_at: moment of the first response; where it has no time, the opening and the hours to it; null where neither is recorded, or it lies after the resolution
-- column resolved_at: moment of the resolution; where it has no time, the closing of a request that was not cancelled; without either the opening and the hours to it; null while not resolved
-- column closed_on: day of the resolution or, where there is none, of the cancellation; null while the request is open
-- column due_at: moment by which the export says that it is due; without a time of day, the last minute of the day; null where it does not say, or says a moment before the opening
-- column paused_minutes: calendar minutes of waiting for those who asked, up to the resolution, the cancellation or the last day that the data cover; 0 where none are recorded
-- column paused_working_minutes: working minutes of these: as many of them as of all minutes since the opening, since no export says in which they lay
-- column opened_position: working minutes of the company's calendar up to the opening
-- column assigned_position: working minutes of the company's calendar up to the assignment; null where none is recorded
-- column responded_position: working minutes of the company's calendar up to the first response; null where none is recorded
-- column resolved_position: working minutes of the company's calendar up to the resolution; null where not resolved
-- column cancelled_position: working minutes of the company's calendar up to the cancellation; null where not cancelled
-- column responded_day_position: working minutes of the company's calendar before the day of the first response; null where none is recorded
-- column resolved_day_position: working minutes of the company's calendar before the day of the resolution; null where not resolved
-- column cancelled_day_position: working minutes of the company's calendar before the day of the cancellation; null where not cancelled
with known as (
  select days.day + interval '1' day as until, days.minutes_before + days.minutes as end_position
  from staging.working_days as days
  where days.day = (select max(last_day) from staging.months)
),
-- what is recorded as a duration, or as a closing, becomes a moment
recorded as (
  select
    requests.*,
    coalesce(first_response_at, opened_at + cast(round(hours_to_first_response * 60) as integer) * interval '1' minute) as answered_at,
    case
      when resolved_at is not null then resolved_at
      when cancelled_at is null
        then coalesce(closed_at, opened_at + cast(round(hours_to_resolution * 60) as integer) * interval '1' minute)
    end as ended_at
  from staging.service_requests as requests
),
timed as (
  select
    recorded.*,
    case when answered_at > ended_at then null else answered_at end as responded_at,
    coalesce(ended_at, cancelled_at) as over_at,
    case when due_at = date_trunc('day', due_at) then due_at + interval '1439' minute else due_at end as due_until
  from recorded
),
-- a position is the working minutes of the company's calendar up to a moment; outside working time it stands still
placed as (
  select
    timed.*,
    opened.minutes_before + at_opening.worked as opened_position,
    assigned.minutes_before + at_assignment.worked as assigned_position,
    responded.minutes_before + at_response.worked as responded_position,
    resolved.minutes_before + at_resolution.worked as resolved_position,
    cancelled.minutes_before + at_cancelling.worked as cancelled_position,
    -- those of the beginning of the day
    responded.minutes_before as responded_day_position,
    resolved.minutes_before as resolved_day_position,
    cancelled.minutes_before as cancelled_day_position,
    known.end_position,
    -- what lies after the day up to which the data reach is yet to come
    case when over_at < known.until then over_at end as past_at,
    known.until
  from timed
  cross join known
  left join staging.working_days as opened on opened.day = cast(timed.opened_at as date)
  left join staging.working_minutes as at_opening
    on at_opening.schedule = opened.schedule
    and at_opening.minute = extract(hour from timed.opened_at) * 60 + extract(minute from timed.opened_at)
  left join staging.working_days as assigned on assigned.day = cast(timed.assigned_at as date)
  left join staging.working_minutes as at_assignment
    on at_assignment.schedule = assigned.schedule
    and at_assignment.minute = extract(hour from timed.assigned_at) * 60 + extract(minute from timed.assigned_at)
  left join staging.working_days as responded on responded.day = cast(timed.responded_at as date)
  left join staging.working_minutes as at_response
    on at_response.schedule = responded.schedule
    and at_response.minute = extract(hour from timed.responded_at) * 60 + extract(minute from timed.responded_at)
  left join staging.working_days as resolved on resolved.day = cast(timed.ended_at as date)
  left join staging.working_minutes as at_resolution
    on at_resolution.schedule = resolved.schedule
    and at_resolution.minute = extract(hour from timed.ended_at) * 60 + extract(minute from timed.ended_at)
  left join staging.working_days as cancelled on cancelled.day = cast(timed.cancelled_at as date)
  left join staging.working_minutes as at_cancelling
    on at_cancelling.schedule = cancelled.schedule
    and at_cancelling.minute = extract(hour from timed.cancelled_at) * 60 + extract(minute from timed.cancelled_at)
),
-- how long a request has lasted, and for how much of that it says that it waited for those who asked
lasted as (
  select
    placed.*,
    date_diff('minute', date_trunc('minute', opened_at), date_trunc('minute', coalesce(past_at, until))) as lasted_minutes,
    case when past_at is null then end_position else coalesce(resolved_position, cancelled_position) end - opened_position as lasted_working_minutes,
    coalesce(round(paused_minutes), 0)
      + case
        when past_at is null and paused_since < until
          then date_diff('minute', date_trunc('minute', paused_since), date_trunc('minute', cast(until as timestamp)))
        else 0
      end as waited_minutes
  from placed
),
-- a request cannot have waited for longer than it lasted
paused as (
  select lasted.*, case when waited_minutes > lasted_minutes then lasted_minutes else waited_minutes end as stood_minutes
  from lasted
)
select
  cast(opened_at as date) as opened_on,
  request_id, deal_id,
  department, requested_by, request_type, priority, category,
  product_line, region, segment, own,
  output_delivered as output,
  opened_at,
  responded_at,
  ended_at as resolved_at,
  cast(over_at as date) as closed_on,
  cancelled_at,
  case when due_until >= opened_at then due_until end as due_at,
  sla_met,
  stood_minutes as paused_minutes,
  case when stood_minutes > 0 then round(stood_minutes * lasted_working_minutes / lasted_minutes) else 0 end as paused_working_minutes,
  opened_position, assigned_position, responded_position, resolved_position, cancelled_position,
  responded_day_position, resolved_day_position, cancelled_day_position
from paused
