-- one row per requirement released
-- 每行一条：上市的需求
-- time: released_on
-- over time: flow
-- known: * where requirements.released_at is not null
-- column released_on: day of the release
-- column days_to_release: days of 24 hours from submission to release, to the minute
select
  cast(released_at as date) as released_on,
  department, region, segment, product_line, value_class, own,
  date_diff('minute', submitted_at, released_at) / 1440.0 as days_to_release
from staging.requirements
where released_at is not null
