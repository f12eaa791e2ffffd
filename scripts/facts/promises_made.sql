-- one row per promise of a service request that fell due, or would have but for a cancellation before
-- 每行一条：已到期的请求承诺，含到期前随请求取消的
-- time: due_on
-- over time: flow
-- known: * where service_requests.department is not null
-- known: * where service_requests.request_type is not null
-- on working time: * up to case clock when 'working_days' then due_on end
-- dimension request_type: service_requests.request_type
-- column due_on: day on which the limit in force when the request was first opened is over
-- column fulfilled_on: day of the first response or the resolution that was promised; null where there is none yet
-- column is_met: fulfilled within the limit in force when the request was first opened
-- column is_met_by_current_rule: fulfilled within the limit of the latest rule
-- column clock_hours: hours from the first opening to fulfilment, calendar or working as the rule counts them; null where not fulfilled
-- column limit_hours: limit in force when the request was first opened, in hours counted in the same way
-- column is_withdrawn: the request was cancelled unfulfilled before the limit was over
-- a promise is judged only where what keeps it is recorded at all
with recorded as (
  select 'first_response' as promise from staging.service_requests where first_response_at is not null
  union
  select 'resolution' from staging.service_requests where resolved_at is not null
),
-- what keeps a promise: of a first response that is not recorded, the resolution
asked as (
  select
    requests.*,
    recorded.promise,
    recorded.promise = 'first_response' and requests.responded_at is not null as is_by_response
  from facts.requests as requests
  cross join recorded
),
kept as (
  select
    asked.*,
    case when is_by_response then responded_at else resolved_at end as fulfilled_at,
    case when is_by_response then responded_position else resolved_position end as fulfilled_position,
    case when is_by_response then responded_day_position else resolved_day_position end as fulfilled_day_position
  from asked
),
-- a request cancelled before it was fulfilled and opened again within a week for the same deal is one request, asked when it was first opened
placed as (
  select
    kept.*,
    deal_id is not null and coalesce(opened_at <= lag(case when fulfilled_at is null then cancelled_at end) over (
      partition by promise, department, request_type, deal_id order by opened_at, request_id) + interval '7' day, false) as is_again
  from kept
),
threads as (
  select
    placed.*,
    sum(case when is_again then 0 else 1 end) over (
      partition by promise, department, request_type, deal_id order by opened_at, request_id rows unbounded preceding) as thread,
    coalesce(lead(is_again) over (partition by promise, department, request_type, deal_id order by opened_at, request_id), false) as goes_on
  from placed
),
-- the first of a thread has been asked when it was opened
requested as (
  select
    threads.*,
    first_value(opened_at) over (partition by promise, department, request_type, deal_id, thread order by opened_at, request_id) as asked_at,
    first_value(opened_on) over (partition by promise, department, request_type, deal_id, thread order by opened_at, request_id) as asked_on,
    first_value(opened_position) over (
      partition by promise, department, request_type, deal_id, thread order by opened_at, request_id) as asked_position
  from threads
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
-- the rule in force when a request was first opened decides, however long it goes on
promised as (
  select
    requested.*,
    rules.clock, rules.time_limit, rules.current_clock, rules.current_limit
  from requested
  join rules
    on rules.department = requested.department and rules.request_type = requested.request_type and rules.promise = requested.promise
    and rules.valid_from <= requested.asked_on
    and (rules.next_from is null or rules.next_from > requested.asked_on)
    and (rules.valid_to is null or rules.valid_to >= requested.asked_on)
  where not requested.goes_on
),
-- what became of a promise: it was fulfilled, or the request was cancelled before
ended as (
  select
    promised.*,
    working_day.minutes as day_minutes,
    working_day.slot_minutes,
    asked_position + time_limit * working_day.minutes as due_position,
    asked_position + current_limit * working_day.minutes as currently_due_position,
    -- engines differ in what they do with the seconds, so that there are none
    date_diff('minute', date_trunc('minute', asked_at), date_trunc('minute', coalesce(fulfilled_at, cancelled_at))) as ended_minutes,
    case when fulfilled_at is null then cancelled_position else fulfilled_position end as ended_position,
    case when fulfilled_at is null then cancelled_day_position else fulfilled_day_position end as ended_day_position
  from promised
  cross join staging.working_day as working_day
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
    when 'calendar_hours' then cast(judged.asked_at + cast(round(judged.time_limit * 60) as integer) * interval '1' minute as date)
    else due.day
  end as due_on,
  judged.request_id, judged.deal_id,
  judged.department, judged.request_type, judged.promise, judged.clock,
  judged.region, judged.product_line, judged.segment, judged.own,
  cast(judged.fulfilled_at as date) as fulfilled_on,
  judged.fulfilled_at is not null and judged.is_ended_in_time as is_met,
  judged.fulfilled_at is not null and judged.is_ended_in_current_time as is_met_by_current_rule,
  case
    when judged.fulfilled_at is null then null
    when judged.clock = 'calendar_hours' then judged.ended_minutes / 60.0
    else (judged.ended_position - judged.asked_position) / 60.0
  end as clock_hours,
  case judged.clock when 'calendar_hours' then judged.time_limit else judged.time_limit * judged.day_minutes / 60.0 end as limit_hours,
  judged.fulfilled_at is null and judged.cancelled_at is not null and judged.is_ended_in_time as is_withdrawn
from judged
left join staging.working_slots as due on due.number = cast(ceil(judged.due_position / judged.slot_minutes) as integer)
