-- one row per month's end and requirement neither approved nor rejected by then
-- 每行一条：月末时未立项也未否决的需求（每月一行）
-- time: last_day
-- over time: stock
-- cases last: staging.requirements.submitted_at to coalesce(approved_at, rejected_at)
-- known: * where requirements.approved_at is not null
-- known: * where requirements.rejected_at is not null
-- column last_day: last day of the month; in an unfinished one the last that the data cover
-- column age_days: calendar days from submission to that day
select
  months.last_day,
  department, region, segment, product_line, value_class, own,
  date_diff('day', cast(submitted_at as date), months.last_day) as age_days
from staging.requirements
join staging.months on cast(submitted_at as date) <= months.last_day
where coalesce(approved_at, rejected_at) is null or cast(coalesce(approved_at, rejected_at) as date) > months.last_day
