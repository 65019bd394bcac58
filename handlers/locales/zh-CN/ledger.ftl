verb-ledger = 台账|导出台账
ledger-number = 编号
ledger-stands = 状态
ledger-state = { $state ->
    [filed] 等人接
    [taken] 在办
    [waiting] 等住户回话
    [deferred] 缓办
    [declining] 待定不办
    [finished] 办完待确认
    [confirmed] 办结
    [partly] 部分解决
    [silent] 未回复
    [declined] 不办
    [withdrawn] 已撤回
   *[other] { $state }
}
ledger-place = 位置
ledger-reporter = 报事人
ledger-handler = 经办人
ledger-filed = 报事时间
ledger-due = 承诺时间
ledger-closed-round = 重开次数
ledger-words = 经过
ledger-ready = 台账好了，一共{ $count }件。
job-running = 台账正在做{ $total ->
    [0] {""}
   *[other] ：{ $count }/{ $total }件
}，做好就发给您。
job-done = 台账做好了，一共{ $count }件，文件在下面。
job-failed = 台账没做成，请过一会儿再说一次“台账”。
