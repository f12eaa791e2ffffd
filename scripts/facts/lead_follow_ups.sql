-- one row per assigned lead whose first follow-up fell due
-- 每行一条：首次跟进已到期的已分派线索
-- time: due_on
-- over time: flow
-- known: * where leads.assigned_at is not null
-- known: * where leads.followed_up_at is not null
-- on working time: * up to case clock when 'working_days' then due_on end
-- on working time: hours_to_follow_up up to followed_up_on
-- column due_on: day on which the limit in force when the lead was assigned is over
-- column is_in_time: followed up within that limit, to the minute; false where not followed up yet
-- column followed_up_on: day of the first follow-up; null where not followed up yet
-- column hours_to_follow_up: working hours from assignment to the first follow-up; null where not followed up yet
-- a rule ends where the next one begins
with rules as (
  select clock, time_limit, valid_from, valid_to, lead(valid_from) over (order by valid_from) as next_from
  from staging.sla
  where department = 'sales' and request_type = 'lead_follow_up' and promise = 'first_response' and priority = 'not_stated'
),
-- a position is the working minutes of the company's calendar up to a moment; outside working time it stands still
timed as (
  select
    leads.*,
    assigned.minutes_before + at_assignment.worked as assigned_position,
    followed.minutes_before + at_follow_up.worked as followed_position,
    followed.minutes_before as followed_day_position
  from facts.lead_cohorts as leads
  left join staging.working_days as assigned on assigned.day = cast(leads.assigned_at as date)
  left join staging.working_minutes as at_assignment
    on at_assignment.schedule = assigned.schedule
    and at_assignment.minute = extract(hour from leads.assigned_at) * 60 + extract(minute from leads.assigned_at)
  left join staging.working_days as followed on followed.day = cast(leads.followed_up_at as date)
  left join staging.working_minutes as at_follow_up
    on at_follow_up.schedule = followed.schedule
    and at_follow_up.minute = extract(hour from leads.followed_up_at) * 60 + extract(minute from leads.followed_up_at)
  where leads.assigned_at is not null
),
-- the rule in force when a lead was assigned decides
promised as (
  select
    timed.*,
    rules.clock, rules.time_limit,
    working_day.slot_minutes,
    timed.assigned_position + rules.time_limit * working_day.minutes as due_position
  from timed
  join rules
    on rules.valid_from <= cast(timed.assigned_at as date)
    and (rules.next_from is null or rules.next_from > cast(timed.assigned_at as date))
    and (rules.valid_to is null or rules.valid_to >= cast(timed.assigned_at as date))
  cross join staging.working_day as working_day
),
due as (
  select
    promised.*,
    case promised.clock
      when 'calendar_hours' then cast(promised.assigned_at + cast(round(promised.time_limit * 60) as integer) * interval '1' minute as date)
      else slots.day
    end as due_on
  from promised
  left join staging.working_slots as slots
    on promised.clock = 'working_days' and slots.number = cast(ceil(promised.due_position / promised.slot_minutes) as integer)
)
select
  due_on,
  lead_id,
  source, grade, region, own,
  clock,
  cast(followed_up_at as date) as followed_up_on,
  -- to the minute; the rest of the due day is in time, since working time stands still after its last working minute
  coalesce(
    case clock
      when 'calendar_hours' then date_diff('minute', date_trunc('minute', assigned_at), date_trunc('minute', followed_up_at)) <= time_limit * 60
      else followed_position <= due_position and followed_day_position < due_position
    end, false) as is_in_time,
  (followed_position - assigned_position) / 60.0 as hours_to_follow_up
from due
where followed_up_at is not null or closed_on is null or closed_on > due_on
