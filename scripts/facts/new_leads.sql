-- one row per lead created
-- 每行一条：新建的线索
-- time: created_on
-- over time: flow
-- cases last: staging.leads.created_on to case when outcome is not null then closed_on end
select created_on, source, region, grade, own
from facts.lead_cohorts
