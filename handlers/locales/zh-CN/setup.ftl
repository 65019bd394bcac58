verb-setup = 设置小区|设置
# 说法：用 | 分开。
setup-appoint = 设为|设成|任命为|make
setup-say-back = 上一步|返回|后退|back
setup-say-skip = 跳过|下一步|以后再说|不用|就这样|就叫这个|skip|next|later
setup-say-yes = 就这样|对|好|好的|是|导入|yes|ok|import
setup-title-ends = 业主群|居民群|住户群|邻里群|交流群|工作群|物业群|群
setup-presets = 号楼/单元/室|栋/单元/室|院/门栋/室|座/层/室
setup-as-captain = 楼栋长|单元长|楼长|栋长|门栋长|院长|组长|captain
setup-as-worker = 工作人员|网格员|物业人员|社区工作者|工作人|worker
setup-filler = 的|of|for
setup-no-property = 没有物业|无物业|没物业|no property
setup-known-committee = 居委会|居委|committee
setup-known-owners = 业委会|业主委员会|owners
setup-known-property = 物业公司|物业|property
setup-known-logistics = 单位后勤部门|单位后勤|后勤|logistics
setup-known-branch = 小区党支部|党支部|支部|branch
setup-known-selfrun = 居民自治委员会|自治委员会|自治委|自管会|self-run
setup-body-committee = 居委会
setup-body-owners = 业委会
setup-body-property = 物业
setup-body-logistics = 单位后勤
setup-body-branch = 小区党支部
setup-body-selfrun = 居民自治委员会
setup-body-interim = 管理员
setup-column-building = 楼栋|楼号|楼幢|楼|栋|栋号|幢|幢号|号楼|楼栋号|building|block
setup-column-unit = 单元|单元号|门栋|门|梯|unit|entrance
setup-column-room = 房号|房间|房间号|室|室号|门牌|门牌号|房屋|户号|户|room|flat|apartment|roomno
setup-column-area = 面积|建筑面积|房屋面积|专有面积|平方米|㎡|m2|area
setup-pattern-building = 号楼|栋|幢|座|楼|院|buildings|building|blocks|block
setup-pattern-unit = 单元|门栋|门|units|unit
setup-pattern-floor = 楼层|层|floors|floor
setup-pattern-home = 户|家|套|homes|home|flats|flat|rooms
setup-pattern-each = 每一层|每层楼|每层|一层|各层|per floor|each floor|a floor
setup-pattern-without = 除了|除去|除|不含|不包括|没有|无|without|except
setup-pattern-to = 到|至|-|–|—|~|～|to
setup-pattern-and = 、|,|，|和|及|与|&|and
setup-pattern-measure = 个
# 群里。
setup-hello =
    大家好，我是小邻，楼里、小区里的事可以跟我说。
    这个群还没告诉我是哪个小区的。请<b>群管理员</b>点一下下面的按钮，五分钟就能设置好。
setup-begun-group = 小区建好了，您是管理员。剩下的几步我们私下说，五分钟就好：
setup-begun-done = “{ $name }”建好了，这个群绑定好了，您是管理员。下面几步都可以跳过，以后再补。
# 五步。
setup-step-name =
    <b>第1步，共5步</b> · 小区叫什么名字？
    现在叫“{ $name }”。要改就直接写给我。
setup-step-words =
    <b>第2步，共5步</b> · 你们那儿怎么叫楼、单元、房间？
    点一个，或者照这样写：<i>栋、单元、室</i>
setup-step-rooms =
    <b>第3步，共5步</b> · 有哪些楼、哪些房？
    写一句规律就行，可以写几行：
    <i>1-6{ $word }：1、2单元，18层，每层2户</i>
    也可以把房号表（Excel 或 CSV，有楼栋、房号两列）发给我。
    { $households ->
        [0] 现在还没有房号。
       *[other] 现在有{ $buildings }栋楼、{ $households }户。
    }
setup-step-bodies =
    <b>第4步，共5步</b> · 小区的事归谁管？先选一种：
setup-step-bodies-chosen =
    <b>第4步，共5步</b> · 小区的事归他们管：
setup-bodies-how = 名字和电话可以照这样写给我：<i>物业 阳光物业 021-55550110</i>
setup-body-line = · { $name }{ $phone ->
    [none] {""}
   *[other] ，{ $phone }
}
setup-step-people =
    <b>第5步，共5步</b> · 谁来办事，谁是楼栋长？
    点下面的按钮，我给您一条邀请，转发给那个人，他点一下就好。
    也可以在群里回复那个人的话：<i>小邻 设为3号楼楼栋长</i>，或者<i>小邻 设为工作人员</i>
    在有人来之前，居民反映的事先发给您。
# 房号。
setup-sketch = 是这样吗？
setup-sketch-line = { $name }：{ $count }户
setup-sketch-more = ……还有{ $count }栋
setup-sketch-total = 一共{ $buildings }栋、{ $count }户。
setup-growing = 正在加房号：{ $total ->
    [0] 马上开始。
   *[other] { $count }/{ $total }
}
setup-grown = 加上了{ $count }户。
setup-not-grown = 房号没加成，一户也没动。请再点一次试试。
setup-grow-many = 加上已经有的，超过{ $most }户了，一个小区用不了这么多，所以一户也没加。请改一改再写一次。
setup-reading = 收到了，我来看看这张表，一会儿就好。
setup-import-ready = 表看完了：{ $count }户可以导入。{ $known ->
    [0] {""}
   *[other] 另外{ $known }户已经有了，不动。
}要导入吗？
setup-import-none = 表看完了：里面的{ $known }户已经都有了，不用再导入。
setup-import-bad = 表里有{ $bad }行看不明白，先什么都没导入。请改好再发一次：
setup-import-line = 第{ $line }行：{ $why ->
    [no-building] 没写楼栋
    [no-room] 没写房号
    [formula] 有公式，请改成算好的数字或文字
    [area] 面积不对
    [twice] 和前面的房号重复了
   *[other] 字太多
}
setup-import-more = ……还有{ $count }行
setup-import-broken = { $why ->
    [old-excel] 这是老格式的表，或者加了密码。请另存为 .xlsx 或 .csv 再发给我。
    [too-large] 这个文件太大了。请只留楼栋、单元、房号、面积几列再发给我。
    [too-many] 这张表超过{ $most }行了，一个小区用不了这么多。请分开，或者删掉空行再发。
    [no-header] 我没找到表头。请在第一行写上：楼栋、单元、房号、面积。
    [empty] 表头下面是空的，一个房号也没有。
    [coding] 这个文件的文字我读不出来。请另存为 .xlsx，或者 UTF-8 的 .csv。
   *[other] 这个文件我打不开。请发 .xlsx 或 .csv 的房号表。
}什么都没导入，原来的都还在。
# 摘要。
setup-summary-head = <b>{ $name }</b>
setup-summary-rooms = { $households ->
    [0] 房号：还没有
   *[other] 房号：{ $buildings }栋，{ $households }户
}
setup-summary-words = 叫法：{ $building }、{ $unit }、{ $room }
setup-summary-bodies = 归谁管：
setup-summary-people = 工作人员{ $workers }位，楼栋长{ $captains }位
setup-summary-groups = 群：居民群{ $residents }个，工作群{ $workers }个
setup-summary-missing = 还可以补上：{ $what }
setup-apart = 、
setup-missing-rooms = 房号
setup-missing-bodies = 归谁管
setup-missing-worker = 工作人员（现在先发给您）
setup-missing-captain = 楼栋长
setup-summary-fine = 都齐了，大家可以用了：在群里叫我一声就行，比如：<i>小邻 3号楼电梯又停了</i>
setup-which = 您管着几个小区，看哪一个？
# 群绑定。
setup-offer = 这个群是哪儿的？
setup-bind = “{ $name }”的这个群，是给谁的？
setup-bind-name = { $what ->
    [club] 这个社团叫什么？写给我就行，比如：<i>夕阳红舞蹈队</i>。您先当负责人。
   *[place] 是哪一栋、哪个单元的群？写给我就行，比如：<i>3号楼</i>
}
setup-bound = 这个群是{ $audience ->
    [workers] “{ $name }”的工作群，反映的事会发到这里。
   *[residents] “{ $name }”的居民群。
}
setup-trial = <b>试一试这个群</b>：请您现在到群里，一分钟之内发这三样。
setup-trial-line = { $state ->
    [seen] ✓
    [lost] ✗
   *[open] …
} { $what ->
    [m] 一句叫我名字的话：<i>@{ $bot } 你好</i>
    [a] 两张照片，选在一起发
   *[p] 一句平常的话，比如：<i>今天天气好</i>
}
setup-trial-good = 三样都收到了，这个群好用了。
setup-trial-lost =
    打叉的我没收到。把我设为群管理员就能收到：这样邻居直接说“小邻……”我才听得见，几张照片才收得全，还能悄悄回复，不吵大家。
    没叫我的话，我不看也不存。
    不设也行：按钮、/report 这样的命令、私下跟我说，都能用。
# 人。
setup-captain = 哪一栋、哪个单元的？点一个，或者写给我，比如：<i>3号楼</i>
setup-link =
    请把这条消息转发给那个人：

    请您来当{ $place }的{ $role ->
        [worker] 工作人员
       *[captain] 楼栋长
    }。点这里就行：
    { $link }
    （只能用一次，{ $until }前有效）
setup-appointed = { $role ->
    [worker] 您现在是{ $where }的工作人员了。居民反映的事会发给您，点“我来接”就行。
   *[captain] 您现在是{ $where }的楼栋长了。可以发起招募，也可以帮邻居反映问题。
}
setup-accepted = { $who }现在是{ $where }的{ $role ->
    [worker] 工作人员
   *[captain] 楼栋长
}了。
setup-people = 现在办事的人。点名字就不再请他办：
setup-people-none = 还没有请别人。
setup-post-line = { $role ->
    [worker] 工作人员
   *[captain] { $place }楼栋长
}：{ $name }
# 按钮。
button-setup = 设置小区
button-setup-go = 去设置
button-setup-back = 上一步
button-setup-skip = 以后再说
button-setup-next = 下一步
button-setup-keep = 就叫这个
button-setup-yes = 就这样
button-setup-change = 改一改
button-setup-words = { $building }、{ $unit }、{ $room }
button-setup-three = 居委会+业委会+物业
button-setup-two = 居委会+单位后勤
button-setup-branch = 没有物业：小区党支部
button-setup-selfrun = 没有物业：居民自治
button-setup-other = 换一种
button-setup-worker = 请工作人员
button-setup-captain = 请楼栋长
button-setup-people = 看看都有谁
button-setup-done = 好了
button-setup-name = 改名字
button-setup-levels = 改叫法
button-setup-rooms = 房号
button-setup-bodies = 归谁管
button-setup-staff = 人员
button-setup-resume = 接着设置
button-setup-import = 导入
button-setup-drop = 不导入
button-setup-grow-again = 再来一次
button-setup-all = 全小区的居民
button-setup-work = 工作人员
button-setup-place = 某一栋、某个单元
button-setup-club = 一个社团
button-setup-new = 另一个小区，还没建
button-setup-at = { $name }
button-setup-move = 换个地方
button-setup-try = 试一试这个群
button-setup-summary = 看小区设置
button-setup-out = ✗ { $name }
toast-setup-rooms = 加上了{ $count }户。
toast-setup-growing = 好，户数多，我慢慢加，加好了告诉您。
# 做不了的时候。
error-setup-admin = 设置小区要群管理员来做。麻烦您请群主或管理员说一声 /setup，或者点“设置小区”。
error-setup-unasked = 我刚才问不到谁是群管理员，所以没敢动。请过一会儿再说一次 /setup
error-setup-taken = 这个群已经是“{ $name }”的了，有人设置好了。要改的话，请找“{ $name }”的管理员。
error-setup-private = 请先把我加到小区的群里，再由群管理员在群里说 /setup
error-setup-stale = 这一步已经过去了，不用再点。说 /setup 看现在的样子。
error-setup-changed = 看完这张表以后，小区的房号又变过了。请把表再发给我一次。
error-setup-name = 这个名字用不了。请写1到{ $most }个字，比如：幸福里
error-setup-words = 请写三个词：楼、单元、房间怎么叫，每个不超过{ $most }个字，比如：栋、单元、室
error-setup-body = 我没看懂是哪一家。请照这样写：物业 阳光物业 021-55550110
error-setup-place = 我没找到这栋楼，或者叫这个的不止一处。请照现在的叫法写，比如：3号楼，或者3号楼2单元。还没录楼的话，先在 /setup 里加上。
error-setup-link = 这个邀请用过了，或者过期了。请让邀请您的人再发一个。
error-setup-link-own = 这个邀请是给别人的，请转发给那个人，您自己不用点。
error-setup-post = 请回复那个人的话，说清楚请他做什么，比如：小邻 设为3号楼楼栋长，或者：小邻 设为工作人员
error-setup-pattern = 第{ $line }行我没看懂。请照这样写：3号楼：1、2单元，18层，每层2户
error-setup-rooms-many = 这样超过{ $most }户了，一个小区用不了这么多。请看看是不是多写了。
error-setup-file = 这里要一张房号表（.xlsx 或 .csv），或者写一句规律，比如：3号楼：1、2单元，18层，每层2户
