-- one row per promise of a service request that fell due
-- 每行一条：已到期的请求承诺
-- time: due_on
-- over time: flow
-- dimension request_type: service_requests.request_type
with working_day as (
  select max(worked) as minutes from staging.working_minutes
),
-- a promise is judged only where what keeps it is recorded at all
recorded as (
  select 'first_response' as promise from staging.service_requests where first_response_at is not null
  union
  select 'resolution' from staging.service_requests where resolved_at is not null
),
-- a rule ends where the next one begins; the current one is the latest that has begun
rules as (
  select
    department, request_type, promise, clock, time_limit, valid_from, valid_to,
    lead(valid_from) over (partition by department, request_type, promise order by valid_from) as next_from,
    first_value(clock) over (partition by department, request_type, promise order by valid_from desc) as current_clock,
    first_value(time_limit) over (partition by department, request_type, promise order by valid_from desc) as current_limit
  from staging.sla
  where valid_from <= (select max(last_day) from staging.months) and promise in (select promise from recorded)
),
-- the rule in force when a request was opened decides, however long the request goes on; resolving it answers it
promised as (
  select
    requests.*,
    rules.promise, rules.clock, rules.time_limit, rules.current_clock, rules.current_limit,
    case when rules.promise = 'first_response' and requests.responded_at is not null then requests.responded_at else requests.resolved_at end as fulfilled_at,
    case
      when rules.promise = 'first_response' and requests.responded_at is not null then requests.responded_position
      else requests.resolved_position
    end as fulfilled_position,
    case
      when rules.promise = 'first_response' and requests.responded_at is not null then requests.responded_day_position
      else requests.resolved_day_position
    end as fulfilled_day_position
  from facts.requests as requests
  join rules
    on rules.department = requests.department and rules.request_type = requests.request_type
    and rules.valid_from <= requests.opened_on
    and (rules.next_from is null or rules.next_from > requests.opened_on)
    and (rules.valid_to is null or rules.valid_to >= requests.opened_on)
),
-- what became of a promise: it was fulfilled, or the request was cancelled before
ended as (
  select
    promised.*,
    working_day.minutes as day_minutes,
    opened_position + time_limit * working_day.minutes as due_position,
    opened_position + current_limit * working_day.minutes as currently_due_position,
    -- engines differ in what they do with the seconds, so that there are none
    date_diff('minute', date_trunc('minute', opened_at), date_trunc('minute', coalesce(fulfilled_at, cancelled_at))) as ended_minutes,
    case when fulfilled_at is null then cancelled_position else fulfilled_position end as ended_position,
    case when fulfilled_at is null then cancelled_day_position else fulfilled_day_position end as ended_day_position
  from promised
  cross join working_day
),
-- working time stands still after the last working minute of the due day: the rest of that day is in time, a later day is not
judged as (
  select
    ended.*,
    coalesce(
      case clock
        when 'calendar_hours' then ended_minutes <= time_limit * 60
        else ended_position <= due_position and ended_day_position < due_position
      end, false) as is_ended_in_time,
    coalesce(
      case current_clock
        when 'calendar_hours' then ended_minutes <= current_limit * 60
        else ended_position <= currently_due_position and ended_day_position < currently_due_position
      end, false) as is_ended_in_current_time
  from ended
)
select
  case judged.clock
    when 'calendar_hours' then cast(judged.opened_at + cast(round(judged.time_limit * 60) as integer) * interval '1' minute as date)
    else due.day
  end as due_on,
  judged.request_id, judged.deal_id,
  judged.department, judged.request_type, judged.promise,
  judged.region, judged.product_line, judged.segment,
  cast(judged.fulfilled_at as date) as fulfilled_on,
  judged.fulfilled_at is not null and judged.is_ended_in_time as is_met,
  judged.fulfilled_at is not null and judged.is_ended_in_current_time as is_met_by_current_rule,
  case
    when judged.fulfilled_at is null then null
    when judged.clock = 'calendar_hours' then judged.ended_minutes / 60.0
    else (judged.ended_position - judged.opened_position) / 60.0
  end as clock_hours,
  case judged.clock when 'calendar_hours' then judged.time_limit else judged.time_limit * judged.day_minutes / 60.0 end as limit_hours
from judged
left join staging.working_days as due on due.number = cast(ceil(judged.due_position / judged.day_minutes) as integer)
where not (judged.fulfilled_at is null and judged.cancelled_at is not null and judged.is_ended_in_time)
