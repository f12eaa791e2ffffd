-- one row per requirement submitted
-- 每行一条：提报的需求
-- time: submitted_on
-- over time: flow
select
  cast(submitted_at as date) as submitted_on,
  department, region, segment, product_line, value_class,
  has_scenario and has_customer_profile and has_competitor and has_budget as is_complete_template
from staging.requirements
