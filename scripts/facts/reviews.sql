-- one row per requirement reviewed
-- 每行一条：评审过的需求
-- time: reviewed_on
-- over time: flow
-- known: * where requirements.reviewed_at is not null
-- column reviewed_on: day of the first review
-- column days_to_review: days of 24 hours from submission to the first review, to the minute
select
  cast(reviewed_at as date) as reviewed_on,
  department, region, segment, product_line, value_class, own,
  date_diff('minute', submitted_at, reviewed_at) / 1440.0 as days_to_review
from staging.requirements
where reviewed_at is not null
