-- one row per month and requirement approved and not yet released in it
-- 每行一条：当月在研（已立项、未上市）的需求（每月一行）
-- time: first_day
-- over time: presence
-- known: * where requirements.approved_at is not null
-- known: * where requirements.released_at is not null
-- column first_day: first day of the month
-- column is_entry: approved in that month
select
  months.first_day,
  department, region, segment, product_line, value_class, own,
  cast(approved_at as date) >= months.first_day as is_entry
from staging.requirements
join staging.months on cast(approved_at as date) <= months.last_day
where released_at is null or cast(released_at as date) >= months.first_day
