-- one row per loss and department that bears a share of it
-- 每行一条：损失的承担部门
-- time: lost_on
-- over time: flow
-- column borne_cny: the department's share of the loss
select
  losses.lost_on,
  losses.product_line, losses.region, losses.loss_kind, losses.loss_cause,
  ratios.department,
  -- a share of an amount is an amount again, so that sums of shares are exact
  cast(cast(losses.amount_cny as double) * ratios.share as decimal(18, 4)) as borne_cny
from staging.losses as losses
join staging.responsibility_ratios as ratios on ratios.loss_kind = losses.loss_kind and ratios.loss_cause = losses.loss_cause
