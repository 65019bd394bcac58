# 住户：住户码、住进来、搬走、我是谁。
verb-code = 住户码|邀请码|入户码
home-code-fillers = 给|帮我|帮|请|我要|要|开一个|开个|开|做一个|做个|发一个|发个|来一个|来个|一个|的|弄一个|弄个
verb-me = 我是谁|我的家|我的资料
home-moved = 搬走了|我搬走了|我搬家了|我已经搬走了|我搬出去了
home-lives = 我家住在|我家住|我现在住|我住在|我住|我家在|我家是|我搬到了|我搬到|我搬进了|我搬进
home-kind-name = { $kind ->
    [owner] 业主
    [tenant] 租客
    [family] 家人
   *[none] 住户
}
home-code =
    <b>{ $room }</b>的住户码：
    { $link }
    把这条转给住在那里的人，点开就能登记。只能用一次，{ $until }以前有效。
home-qr = { $room }的住户码，打印或当面给人扫都行。只能用一次。
home-kind =
    <b>{ $room }</b>，您是这一户的：
    点一下，我去请人确认。
home-asked = { $who ->
    [none] 好，{ $room }（{ $kind }）记下了，已经请工作人员确认。一有结果就告诉您。
   *[some] 好，{ $room }（{ $kind }）记下了，已经请{ $who }确认；{ $until }还没回音，就由工作人员确认。一有结果就告诉您。
}
home-card-gone = 这一条没有了：他改了登记，或者删掉了自己的资料。不用再办。
home-card = { $state ->
    [confirmed] <b>{ $person }</b> · { $room } · { $kind }
        { $by }确认了。
    [refused] <b>{ $person }</b> · { $room } · { $kind }
        说了不认识，没有登记。
    [left] <b>{ $person }</b> · { $room } · { $kind }
        已经搬走了。
    [paused] <b>{ $person }</b> · { $room } · { $kind }
        同住的人说不对，先停着。问清楚了再点。
   *[pending] <b>{ $person }</b>说住在<b>{ $room }</b>，是{ $kind }，{ $code ->
            [1] 是点住户码来的。
           *[0] 没有住户码。
        }您认识吗？
}
home-joined = { $person }登记住进了{ $room }（{ $kind }），正等楼栋长或工作人员确认。不对，请点下面。
home-confirmed = { $who }确认了：您是{ $room }的{ $kind }。小区里有什么事，直接跟我说。
home-refused = { $who }说不认识您，{ $room }没有登记上。要是弄错了，请当面找{ $who }，要一个住户码。
home-doubted = { $who }说{ $person }不住{ $room }，我先停住了。您问清楚以后点一下。
home-paused = { $room }有人说登记得不对，您的登记先停着。已经请楼栋长或工作人员去问，一有结果就告诉您。
home-left = 好，{ $room }您不住了。点错了，10分钟内点“没搬走”。10分钟后我告诉同住的人。
home-gone = { $person }从{ $room }搬走了。
home-ended = 有人告诉我，您已经不住{ $room }了，登记就取消了。要是还住着，跟我说“我住{ $room }”，我再请人确认。
home-still = 一年了，问您一声：您还住在{ $room }吗？
home-unheard = 问过{ $person }还住不住{ $room }，一个月没回音。您知道吗？不知道就先不用点，不会取消。
home-leave-which = 您从哪一户搬走了？
me-card = <b>{ $name }</b>，我记着您这些：
me-home = 住：{ $room } · { $kind } · { $state ->
    [confirmed] { $by }确认的
    [paused] 有人说不对，先停着
   *[pending] 等人确认
}
me-no-home = 住：还没登记。说“我住3号楼501”，或者点楼栋长给您的链接。
me-role = { $role ->
    [captain] 楼栋长
    [worker] 工作人员
   *[steward] 管理员
} · { $place }
me-kept = 您反映过{ $reports }件事，发过{ $files }个图片或文件，报过{ $signups }次名。名字、说过的话和住哪一户，都是加密存的。
me-erase =
    删掉以后找不回来：您的名字、说过的话、发过的图片、住哪一户，全都没了；没办完的事也没人能回您。
    留下的只有数字（几件事、几票、几个人），看不出是谁。
    真的要删吗？
me-erased = 删掉了。以后您再跟我说话，就当是第一次认识。
button-owner = 业主
button-tenant = 租客
button-family = 家人
button-be-owner = 改成业主
button-be-tenant = 改成租客
button-be-family = 改成家人
button-home-me = 我的资料
button-language = 换语言 / Language
button-home-yes = 是我们楼的
button-home-no = 不认识
button-home-wrong = 不对
button-home-undo = 没搬走
button-home-still = 还住
button-home-leave = 搬走了
button-home-leave-room = 搬走了：{ $room }
button-home-there = 还住这儿
button-home-gone = 搬走了
button-erase = 删除我的资料
button-erase-yes = 真的删
toast-home-asked = 记下了，去请人确认。
toast-home-vouched = 好，登记上了。
toast-home-unknown = 好，没有登记。
toast-home-wrong = 好，先停住了，已经请人去问。
toast-home-left = 好，记下您搬走了。
toast-home-back = 好，没搬走。
toast-home-still = 好，明年再问。
toast-home-gone = 好，取消了登记，也告诉本人了。
toast-home-kind = 好，改了。是业主的，还要请人确认一下。
toast-me-erased = 删掉了。
error-code-room = 给哪一户？连房号一起说，比如：住户码 3-501。整栋楼的，说：住户码 3号楼
error-code-unknown = 这个住户码不对。请直接点开楼栋长给您的链接，或者请楼栋长再给一个。
error-code-used = 这个住户码已经用过了，一个只能用一次。请楼栋长再给您一个。
error-code-expired = 这个住户码过期了。请楼栋长再给您一个。
error-code-forwarded = 转发来的住户码，我不照着办。请直接点开那个链接。
error-home-room = 没找到这一户，或者有好几户都叫这个。请把楼、单元、房号一起说，比如：3号楼2单元501
error-home-already = 这一户您已经登记过了，不用再登记。说“我是谁”能看到。
error-home-many = 您已经有{ $most }户在等人确认，请先等等。
error-home-refused = 上次没有确认上。请当面找楼栋长要一个住户码，再点开它。
error-home-own = 自己的登记要别人来确认，我已经请了人。
error-home-captain-first = 先等楼栋长确认。{ $until ->
    [none] 再过一会儿
   *[other] { $until }
}还没回音，您就可以点。
error-home-decided = 这件事已经定了，不用再点。说“我是谁”看自己的。
error-home-none = 您还没有登记住哪一户，不用取消。
error-home-undo = 过了10分钟，改不回来了。还住着的话，说“我住3号楼501”这样的一句，我再请人确认。
error-me-post = 大家的事还靠您办，先请管理员换一位，再来删。
home-codes-making = 好，给没登记的{ $count }户各做一个住户码，马上发给您一张表，可以打印。
home-codes = { $count }户的住户码，每户一个，可以打印、剪开。每个只能用一次，两周内有效。
home-codes-room = 户
home-codes-link = 链接
home-codes-scan = 扫一扫
error-code-many = 一次最多做{ $most }户的住户码，请一个单元一个单元来，比如：住户码 3号楼1单元
error-code-none = 这里没有还没登记的住户。给某一户的，请说房号，比如：住户码 3-501
