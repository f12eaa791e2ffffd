import type { Random } from "./random.ts";

const OPENINGS = ["您好,", "客户来电:", "客户邮件反馈:", "现场工程师转述:", "", "", ""];
const PLACES = ["3 号产线", "二期厂房", "配电室", "泵站", "仓库", "实验室", "上海工厂", "总装车间"];
const CLOSINGS = ["请尽快处理。", "希望本周内给出答复。", "已影响生产。", "要求更换。", "要求出具书面说明。", "", "", ""];

/** What customers say, by the cause of the case; {} is where it happened. */
const COMPLAINTS = {
  defect: [
    "{}的设备运行两天后自动重启",
    "{}温度读数偏高约 2 ℃,\n对比标准表确认过",
    "{}网口指示灯不亮,更换网线无效",
    "固件升级后{}频繁掉线,\n回退版本才恢复",
    "{}的接线端子松动,\n有打火痕迹",
    '屏幕显示"E-07"后死机,{}停了半天',
  ],
  requirement_mismatch: [
    "合同写的是 IP67,{}到货是 IP65",
    "当初说支持 Modbus TCP,{}实际只支持 RTU",
    '{}需要的是导轨安装,\n送来的是"壁挂"版本',
    "报表没有我们提的班次维度,{}用不起来",
    "量程和提报的不一致,{}无法使用",
  ],
  logistics: ["外箱破损,{}签收时少一件", "送到了错误的地址,\n{}等了三天", "晚到 6 天,{}的安装排期全部推迟", "包装进水,{}两台受潮"],
  service: [
    "{}报修后两天没有人联系",
    "电话一直转接,{}的问题没人能答",
    '工程师到{}现场后说"不归我们管"',
    "承诺 24 小时到场,\n{}实际等了四天",
    "培训只讲了半小时,{}的同事还是不会用",
  ],
  other: ["{}重复下单,申请取消", "发票抬头错误,{}财务退回", "{}项目取消,设备未拆封"],
} as const;

/** The customer's words, sometimes with quotes, commas and line breaks; null when nobody wrote them down. */
export function caseNote(random: Random, cause: keyof typeof COMPLAINTS): string | null {
  if (random.chance(0.12)) return null;
  const words = random.pick(COMPLAINTS[cause]).replace("{}", random.pick(PLACES));
  const stop = /[。,]$/.test(words) ? "" : "。";
  return `${random.pick(OPENINGS)}${words}${stop}${random.pick(CLOSINGS)}`;
}

const CHANGES = {
  customer_change: ["客户追加了防水等级", "客户要求改用国产芯片", "客户把交付批量从 200 改为 500", "客户换了总包,接口协议要改"],
  unclear_requirement: [
    "提报时未写明工作温度范围",
    "场景描述与现场不符,重新确认",
    "未给出预算,方案返工",
    "竞品参数写错,指标重定",
    '"支持联动"含义不清,\n与业务部重新对齐',
  ],
  technical_limit: ["功耗超出外壳散热能力", "现有芯片不支持该采样率", "协议栈授权未到位"],
  market_change: ["竞品提前上市,增加功能", "原材料涨价,改方案降本", "新国标发布,按新标准修改"],
  other: ["排期调整", "文档勘误"],
} as const;

/** Why a requirement was changed, in a few words; often not given. */
export function changeNote(random: Random, reason: keyof typeof CHANGES): string | null {
  return random.chance(0.45) ? null : random.pick(CHANGES[reason]);
}
