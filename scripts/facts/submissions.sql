-- one row per requirement submitted
-- 每行一条：提报的需求
-- time: submitted_on
-- over time: flow
-- cases last: staging.requirements.submitted_at to coalesce(approved_at, rejected_at)
-- known: days_to_decision, days_undecided where requirements.approved_at is not null
-- known: days_to_decision, days_undecided where requirements.rejected_at is not null
-- known: is_complete_template where requirements.has_scenario is not null
-- known: is_complete_template where requirements.has_customer_profile is not null
-- known: is_complete_template where requirements.has_competitor is not null
-- known: is_complete_template where requirements.has_budget is not null
-- known: is_scored where requirements.reach is not null
-- known: is_scored where requirements.impact is not null
-- known: is_scored where requirements.confidence is not null
-- known: is_scored where requirements.effort is not null
-- column submitted_on: day of the submission
-- column is_complete_template: scenario, customer profile, competitor and budget are all given; false where one is not recorded
-- column is_scored: has a RICE score, since reach, impact, confidence and effort are all given
-- column days_to_decision: days of 24 hours from submission to approval or rejection, to the minute; null where undecided
-- column days_undecided: days of 24 hours from submission to the end of the last day that the data cover; null once decided
with known as (
  select max(last_day) as until from staging.months
),
-- a decision after the day up to which the data reach is yet to come
submitted as (
  select
    requirements.*,
    known.until,
    coalesce(cast(coalesce(approved_at, rejected_at) as date) <= known.until, false) as is_decided
  from staging.requirements as requirements
  cross join known
)
select
  cast(submitted_at as date) as submitted_on,
  department, region, segment, product_line, own, value_class,
  coalesce(has_scenario and has_customer_profile and has_competitor and has_budget, false) as is_complete_template,
  reach * impact * confidence / effort is not null as is_scored,
  case when is_decided then date_diff('minute', submitted_at, coalesce(approved_at, rejected_at)) / 1440.0 end as days_to_decision,
  case when not is_decided then (date_diff('minute', submitted_at, cast(until as timestamp)) + 1440) / 1440.0 end as days_undecided
from submitted
