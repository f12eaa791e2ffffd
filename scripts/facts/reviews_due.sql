-- one row per requirement whose week for a review is over
-- 每行一条：评审期限（提报后 7 天）已过的需求
-- time: due_on
-- over time: flow
-- known: * where requirements.reviewed_at is not null
-- column due_on: day seven days after submission
-- column is_reviewed_in_time: reviewed or, without a review, approved or rejected within 7 days of 24 hours from submission, to the minute
select
  cast(submitted_at + interval '7' day as date) as due_on,
  department, region, segment, product_line, value_class, own,
  -- the review board meets weekly; what was decided has been reviewed
  coalesce(
    date_diff('minute', date_trunc('minute', submitted_at), date_trunc('minute', coalesce(reviewed_at, approved_at, rejected_at))) <= 7 * 1440,
    false) as is_reviewed_in_time
from staging.requirements
