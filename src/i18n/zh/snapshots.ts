/** Words of frozen pages, and of the page that lists them. */
export const snapshots = {
  frozen: {
    label: "冻结的快照",
    period: "冻结的时期",
    name: (period: string, version: string) => `${period} · 第 ${version} 版`,
    provisional: "暂定：冻结时该时期尚未结束，或导出还没有覆盖到期末",
    day: (day: string) => `冻结于 ${day}`,
    seal: (digits: string) => `校验码 ${digits}`,
    short: (address: string) => `短地址： ${address}`,
    frozenAs: (snapshot: string, address: string) => `已冻结为 ${snapshot}： ${address}`,
    review: "评审",
    newer: "这一时期已有更新的版本",
    versions: "全部版本与之后的更正",
    live: "最新页面",
  },
  snapshots: {
    title: "冻结的季度",
    description: "每个季度或年度冻结时的全部页面，此后一个字节都不再改变。",
    snapshot: "时期与版本",
    asOf: "数据截至",
    day: "冻结日",
    note: "说明",
    changed: "此后更正的数字",
    seal: "校验码",
    files: "文件",
    provisional: "暂定",
    checked:
      "在每一版的文件夹里运行 sha256sum -c sha256.txt，即可逐个文件核对，不需要其他程序。校验码由数据、定义与此前全部快照算出，印在该版的每一页上。",
  },
};
