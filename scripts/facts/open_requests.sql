-- one row per month's end and service request neither resolved nor cancelled by then
-- 每行一条：月末时未解决也未取消的请求（每月一行）
-- time: last_day
-- over time: stock
-- cases last: facts.requests.opened_on to closed_on
-- does without: sla
-- known: is_overdue where sla.time_limit is not null or service_requests.due_at is not null
-- known: is_overdue where service_requests.department is not null or sla.department = 'not_stated' or service_requests.due_at is not null
-- known: is_overdue where service_requests.request_type is not null or sla.request_type = 'not_stated' or service_requests.due_at is not null
-- known: * where service_requests.resolved_at is not null or service_requests.closed_at is not null or service_requests.hours_to_resolution is not null
-- on working time: is_overdue, age_class
-- dimension age_class: 已开放时长 | Age
-- member age_class.under_1: 不足 1 个工作日 | under 1 working day
-- member age_class.1_to_3: 1 至 3 个工作日 | 1 to 3 working days
-- member age_class.3_to_5: 3 至 5 个工作日 | 3 to 5 working days
-- member age_class.5_to_10: 5 至 10 个工作日 | 5 to 10 working days
-- member age_class.from_10: 10 个工作日及以上 | 10 working days or more
-- column last_day: last day of the month; in an unfinished one the last that the data cover
-- column age_class: age_days in one of five classes, each from its first number up to but without its second
-- column age_days: working days from the opening to the end of that day
-- column is_overdue: a promise of the request that fell due by that day had not been kept by then
with month_ends as (
  select
    months.first_day, months.last_day,
    working_day.minutes,
    days.minutes_before + days.minutes as end_position
  from staging.months as months
  join staging.working_days as days on days.day = months.last_day
  cross join staging.working_day as working_day
),
-- most requests are opened and closed between two month's ends
lasting as (
  select requests.*, opened_in.last_day as first_end
  from facts.requests as requests
  join staging.months as opened_in on opened_in.month = extract(year from requests.opened_on) * 12 + extract(month from requests.opened_on) - 1
  where requests.closed_on is null or requests.closed_on > opened_in.last_day
),
-- promises not kept when they fell due, for the month's ends until they are
overdue as (
  select distinct promises.request_id, months.last_day
  from facts.promises as promises
  join staging.months as months
    on months.last_day >= promises.due_on and (promises.fulfilled_on is null or promises.fulfilled_on > months.last_day)
  where not promises.is_met and (promises.fulfilled_on is null or promises.fulfilled_on > promises.due_on)
),
aged as (
  select
    month_ends.last_day,
    lasting.request_id,
    lasting.department, lasting.request_type, lasting.priority, lasting.category, lasting.region, lasting.product_line, lasting.segment, lasting.own,
    (month_ends.end_position - lasting.opened_position) / (month_ends.minutes * 1.0) as age_days
  from lasting
  join month_ends
    on month_ends.last_day >= lasting.first_end and (lasting.closed_on is null or lasting.closed_on > month_ends.last_day)
)
select
  aged.last_day,
  aged.department, aged.request_type, aged.priority, aged.category, aged.region, aged.product_line, aged.segment, aged.own,
  case
    when aged.age_days < 1 then 'under_1'
    when aged.age_days < 3 then '1_to_3'
    when aged.age_days < 5 then '3_to_5'
    when aged.age_days < 10 then '5_to_10'
    else 'from_10'
  end as age_class,
  aged.age_days,
  overdue.request_id is not null as is_overdue
from aged
left join overdue on overdue.request_id = aged.request_id and overdue.last_day = aged.last_day
