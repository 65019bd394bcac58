# 提示：只给工作人员看的门道，比如钥匙在谁那儿。
verb-hint = 提示|加提示|看提示
hint-line = 提示（{ $place }）：{ $words } — { $who }
hint-kept = 记下了，只有工作人员看得到。
hint-list = <b>{ $where }的提示</b>，只有工作人员看得到：
hint-none = { $where }还没有提示。
hint-how = 加一条：<i>提示 3号楼 钥匙在门岗老李处</i>
hint-wanted = 改成什么？写一句。
button-hint-edit = 改第{ $place }条
button-hint-drop = 删第{ $place }条
toast-hint-write = 请写一句新的。
toast-hint-gone = 删掉了。
error-hint-place = 请先写是哪栋楼、哪个单元，空一格再写，比如：提示 3号楼 钥匙在门岗老李处
error-hint-wording = 请写一句，最多{ $longest }个字；一个地方最多{ $most }条，多了请先删一条。
