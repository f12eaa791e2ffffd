-- one row per requirement approved or rejected
-- 每行一条：立项或否决的需求
-- time: decided_on
-- over time: flow
-- known: * where requirements.approved_at is not null
-- known: rows, is_high_value_approval where requirements.rejected_at is not null
-- known: is_scored_approval, is_high_value_approval where requirements.reach is not null
-- known: is_scored_approval, is_high_value_approval where requirements.impact is not null
-- known: is_scored_approval, is_high_value_approval where requirements.confidence is not null
-- known: is_scored_approval, is_high_value_approval where requirements.effort is not null
-- dimension rice_quarter: RICE 四分位 | RICE quartile
-- member rice_quarter.1: 最高四分之一 | top quartile
-- member rice_quarter.2: 次高四分之一 | second quartile
-- member rice_quarter.3: 次低四分之一 | third quartile
-- member rice_quarter.4: 最低四分之一 | bottom quartile
-- member rice_quarter.unscored: 未评分 | not scored
-- column decided_on: day of the approval or, where there is none, of the rejection
-- column rice_quarter: quartile of the RICE score among the requirements decided in the same fiscal quarter, 1 the highest; unscored without a score
-- column is_approved: approved as a project
-- column days_to_approval: days of 24 hours from submission to approval, to the minute; null where rejected
-- column is_scored_approval: approved, and has a RICE score
-- column is_high_value_approval: approved, and in the top quartile by RICE score
with decided as (
  select
    requirement_id,
    cast(coalesce(approved_at, rejected_at) as date) as decided_on,
    department, region, segment, product_line, value_class, own,
    approved_at is not null as is_approved,
    date_diff('minute', submitted_at, approved_at) / 1440.0 as days_to_approval,
    reach * impact * confidence / effort as rice
  from staging.requirements
  where coalesce(approved_at, rejected_at) is not null
),
-- a requirement competes with those decided in the same fiscal quarter
ranked as (
  select requirement_id, ntile(4) over (partition by months.quarter order by rice desc, requirement_id) as quarter_by_rice
  from decided
  join staging.months on decided_on between months.first_day and months.last_day
  where rice is not null
)
select
  decided.requirement_id, decided.decided_on,
  decided.department, decided.region, decided.segment, decided.product_line, decided.value_class, decided.own,
  coalesce(cast(ranked.quarter_by_rice as varchar), 'unscored') as rice_quarter,
  decided.is_approved,
  decided.days_to_approval,
  decided.is_approved and ranked.quarter_by_rice is not null as is_scored_approval,
  decided.is_approved and coalesce(ranked.quarter_by_rice, 4) = 1 as is_high_value_approval
from decided
left join ranked on ranked.requirement_id = decided.requirement_id
