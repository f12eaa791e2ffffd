-- one row per loss
-- 每行一条：损失
-- time: lost_on
-- over time: flow
select lost_on, product_line, region, loss_kind, loss_cause, amount_cny
from staging.losses
