-- one row per deal opened
-- 每行一条：新建的商机
-- time: opened_on
-- over time: flow
-- cases last: staging.deals.opened_on to case when outcome is not null then closed_on end
-- dimension deal_source: deals.source
select
  opened_on,
  region, segment, product_line, team, own,
  source as deal_source
from staging.deals
