-- one row per promise of a service request that fell due, or would have but for a cancellation before
-- 每行一条：已到期的请求承诺，含到期前随请求取消的
-- time: due_on
-- over time: flow
-- cases last: facts.requests.opened_on to closed_on
-- does without: sla
-- known: * where sla.time_limit is not null or service_requests.sla_met is not null or service_requests.due_at is not null
-- known: * where service_requests.department is not null or sla.department = 'not_stated' or service_requests.sla_met is not null or service_requests.due_at is not null
-- known: * where service_requests.request_type is not null or sla.request_type = 'not_stated' or service_requests.sla_met is not null or service_requests.due_at is not null
-- known: clock_hours, limit_hours where sla.time_limit is not null or service_requests.due_at is not null
-- known: is_met_by_current_rule, has_rule where sla.time_limit is not null
-- known: is_met_by_current_rule, has_rule where service_requests.department is not null or sla.department = 'not_stated'
-- known: is_met_by_current_rule, has_rule where service_requests.request_type is not null or sla.request_type = 'not_stated'
-- on working time: * up to case clock when 'working_days' then due_on end
-- dimension request_type: service_requests.request_type
-- dimension priority: service_requests.priority
-- column due_on: of a resolution the day of due_at, where the export has it; else the day on which the limit in force when the request was first opened is over; without a rule, the day of the resolution
-- column fulfilled_on: day of the first response or the resolution that was promised; null where there is none yet
-- column is_met: of a resolution what sla_met says; without it, resolved by due_at; without either, and of a first response, fulfilled within the limit in force when the request was first opened
-- column has_rule: a rule of sla.csv was in force when the request was first opened
-- column is_met_by_current_rule: fulfilled within the limit of the latest rule; null without a rule
-- column clock_hours: hours from the first opening to fulfilment, calendar or working as the rule counts them, calendar where only due_at is known, less those for which a resolution waited for those who asked; null where not fulfilled or neither is known
-- column limit_hours: limit in force when the request was first opened, in hours counted in the same way; without a rule, the calendar hours to due_at; null without either
-- column is_withdrawn: the request was cancelled unfulfilled before the limit was over
-- column is_compared: the export says what became of the promise, by sla_met or due_at, and it can be worked out besides: by due_at where sla_met says it, else by the rule
-- column is_different: of these, what the export says and what is worked out are not the same
-- what keeps promises is recorded, or it is not
with recorded as (
  select 'first_response' as promise, max(case when responded_at is not null then 1 else 0 end) = 1 as is_recorded from facts.requests
  union all
  select 'resolution', max(case when resolved_at is not null then 1 else 0 end) = 1 from facts.requests
),
-- a promise is judged only where what keeps it is recorded at all, or the export says what became of it
asked as (
  select
    requests.*,
    recorded.promise, recorded.is_recorded,
    recorded.promise = 'first_response' and requests.responded_at is not null as is_by_response
  from facts.requests as requests
  join recorded on recorded.is_recorded or (recorded.promise = 'resolution' and requests.sla_met is not null)
),
-- what keeps a promise: of a first response that is not recorded, the resolution; what the export says is about resolutions, and so are pauses
kept as (
  select
    asked.*,
    case when is_by_response then responded_at else resolved_at end as fulfilled_at,
    case when is_by_response then responded_position else resolved_position end as fulfilled_position,
    case when is_by_response then responded_day_position else resolved_day_position end as fulfilled_day_position,
    case when promise = 'resolution' then sla_met end as given_met,
    case when promise = 'resolution' then due_at end as given_due_at,
    case when promise = 'resolution' then paused_minutes else 0 end as own_pause,
    case when promise = 'resolution' then paused_working_minutes else 0 end as own_working_pause
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
      partition by promise, department, request_type, deal_id, thread order by opened_at, request_id) as asked_position,
    sum(own_pause) over (partition by promise, department, request_type, deal_id, thread) as pause,
    sum(own_working_pause) over (partition by promise, department, request_type, deal_id, thread) as working_pause
  from threads
),
-- a rule ends where the next one of the same requests begins; of those that cover a request the one for its type goes first, then that for its department, then that for its priority
rules as (
  select
    sla.*,
    lead(valid_from) over (partition by department, request_type, priority, promise order by valid_from) as next_from,
    row_number() over (partition by department, request_type, priority, promise order by valid_from desc) as place,
    case request_type when 'not_stated' then 0 else 4 end
      + case department when 'not_stated' then 0 else 2 end
      + case priority when 'not_stated' then 0 else 1 end as weight,
    coalesce(valid_to < known.until, false) as is_over
  from staging.sla as sla
  cross join (select max(last_day) as until from staging.months) as known
  where valid_from <= known.until
),
-- requests that the same rule covers
alike as (
  select distinct promise, department, request_type, priority, asked_on
  from requested
  where not goes_on
),
-- the rule in force when a request was first opened decides, however long it goes on
ruled as (
  select
    alike.*,
    rules.clock, rules.time_limit,
    row_number() over (
      partition by alike.promise, alike.department, alike.request_type, alike.priority, alike.asked_on order by rules.weight desc) as rank
  from alike
  join rules
    on rules.promise = alike.promise
    and rules.department in ('not_stated', alike.department)
    and rules.request_type in ('not_stated', alike.request_type)
    and rules.priority in ('not_stated', alike.priority)
    and rules.valid_from <= alike.asked_on
    and (rules.next_from is null or rules.next_from > alike.asked_on)
    and (rules.valid_to is null or rules.valid_to >= alike.asked_on)
),
-- the current one is the latest that has begun
current_rules as (
  select
    alike.promise, alike.department, alike.request_type, alike.priority,
    rules.clock, rules.time_limit,
    row_number() over (
      partition by alike.promise, alike.department, alike.request_type, alike.priority
      order by case when rules.is_over then 1 else 0 end, rules.weight desc) as rank
  from (select distinct promise, department, request_type, priority from alike) as alike
  join rules
    on rules.promise = alike.promise and rules.place = 1
    and rules.department in ('not_stated', alike.department)
    and rules.request_type in ('not_stated', alike.request_type)
    and rules.priority in ('not_stated', alike.priority)
),
promised as (
  select
    requested.*,
    ruled.clock, ruled.time_limit, ruled.clock is not null as has_rule,
    current_rules.clock as current_clock, current_rules.time_limit as current_limit
  from requested
  left join ruled
    on ruled.promise = requested.promise
    and ruled.department = requested.department and ruled.request_type = requested.request_type and ruled.priority = requested.priority
    and ruled.asked_on = requested.asked_on and ruled.rank = 1
  left join current_rules
    on current_rules.promise = requested.promise
    and current_rules.department = requested.department and current_rules.request_type = requested.request_type
    and current_rules.priority = requested.priority and current_rules.rank = 1
  where not requested.goes_on and (ruled.clock is not null or given_met is not null or given_due_at is not null)
),
-- what became of a promise: it was fulfilled, or the request was cancelled before; its clock stands still in pauses, which move the end of the limit
ended as (
  select
    promised.*,
    working_day.minutes as day_minutes,
    working_day.slot_minutes,
    time_limit * 60 + pause as due_minutes,
    asked_position + time_limit * working_day.minutes + working_pause as due_position,
    current_limit * 60 + pause as currently_due_minutes,
    asked_position + current_limit * working_day.minutes + working_pause as currently_due_position,
    coalesce(fulfilled_at, cancelled_at) as ended_at,
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
    coalesce(date_trunc('minute', ended_at) <= date_trunc('minute', given_due_at), false) as is_ended_when_due,
    coalesce(
      case clock
        when 'calendar_hours' then ended_minutes <= due_minutes
        else ended_position <= due_position and ended_day_position < due_position
      end, false) as is_ended_in_time,
    coalesce(
      case current_clock
        when 'calendar_hours' then ended_minutes <= currently_due_minutes
        else ended_position <= currently_due_position and ended_day_position < currently_due_position
      end, false) as is_ended_in_current_time
  from ended
),
-- what the export says, and what can be worked out
compared as (
  select
    judged.*,
    case when given_met is not null then given_met when given_due_at is not null then fulfilled_at is not null and is_ended_when_due end as said_met,
    case
      when given_met is not null and given_due_at is not null then fulfilled_at is not null and is_ended_when_due
      when has_rule then fulfilled_at is not null and is_ended_in_time
    end as computed_met
  from judged
)
select
  case
    when compared.given_due_at is not null then cast(compared.given_due_at as date)
    when compared.clock = 'calendar_hours' then cast(compared.asked_at + cast(round(compared.due_minutes) as integer) * interval '1' minute as date)
    when compared.has_rule then due.day
    else cast(compared.fulfilled_at as date)
  end as due_on,
  compared.request_id, compared.deal_id,
  compared.department, compared.request_type, compared.priority, compared.category, compared.promise, compared.clock,
  compared.region, compared.product_line, compared.segment, compared.own,
  cast(compared.fulfilled_at as date) as fulfilled_on,
  coalesce(compared.said_met, compared.computed_met) as is_met,
  compared.has_rule,
  case when compared.has_rule then compared.fulfilled_at is not null and compared.is_ended_in_current_time end as is_met_by_current_rule,
  case
    when compared.fulfilled_at is null then null
    when compared.clock = 'working_days'
      then (compared.ended_position - compared.asked_position - compared.working_pause) / 60.0
    when compared.has_rule or compared.given_due_at is not null then (compared.ended_minutes - compared.pause) / 60.0
  end as clock_hours,
  case
    when compared.clock = 'working_days' then compared.time_limit * compared.day_minutes / 60.0
    when compared.has_rule then compared.time_limit
    when compared.given_due_at is not null
      then date_diff('minute', date_trunc('minute', compared.asked_at), date_trunc('minute', compared.given_due_at)) / 60.0
  end as limit_hours,
  compared.fulfilled_at is null and compared.cancelled_at is not null
    and case when compared.given_due_at is not null then compared.is_ended_when_due else compared.is_ended_in_time end as is_withdrawn,
  compared.is_recorded and compared.said_met is not null and compared.computed_met is not null as is_compared,
  compared.is_recorded and coalesce(compared.said_met <> compared.computed_met, false) as is_different
from compared
left join staging.working_slots as due on due.number = cast(ceil(compared.due_position / compared.slot_minutes) as integer)
