# 做不了的时候：说清楚该怎么办。
error-unknown = 我这边出了点问题，这一条没办成。请过一会儿再说一次。
error-invalid = 这样写我看不懂。点“怎么用”看看例子。
error-not-found = 没找到这件事，或者它不归您办。您反映过的，说“我的”都能看到；说某一件请带上号，比如：#12 好了
error-not-allowed = 这一步要楼栋长或工作人员来做。您有什么事，直接跟我说就行。
error-no-compound = 我还不知道您住哪个小区。请先在小区的群里叫我一声“小邻”，再说这件事。
error-report-empty = 还没说什么事。请说哪里、怎么了，比如：3号楼电梯又停了
error-words-empty = 这一步要写一句话，比如：#12 办完了 换了门锁
error-words-only = 这一步只收文字。请写一句话发给我。
error-stale-button = 这个按钮太旧，用不了了。说“我的”看最新的。
error-unknown-command = 没有这个命令。能用的有：/report 反映问题，/ask 问一问，/vote 投票报名，/my 我的，/help 怎么用
error-anonymous = 您现在是匿名管理员，我不知道该给谁回话。请关掉匿名，用自己的名字再说一次。
error-channel = 这是以频道的名义发的，我不知道该给谁回话。请用自己的名字再说一次。
error-forwarded = 转发来的话，还有图片下面的命令，我不照着办，怕弄错。请自己写一句发给我。
error-words-gone = 那句话我看不到了，请再写一次。
error-filed-already = 那句话已经登记了，是 #{ $number }。
error-unreadable = 这个我看不懂。请写几个字，或者发照片、视频、语音。
error-call-closed = “{ $title }”报名已经结束了。
error-call-already-in = { $seat ->
    [waiting] 您已经在候补里了，不用再点。
   *[confirmed] 您已经报上名了，不用再点。
}
error-call-not-in = 您没有报名，不用退出。
error-call-wording = 请说做什么、要几个人（最多{ $most }人，事情不超过{ $longest }个字），比如：招募 周六上午搬花盆 要5个人
error-case-step = { $state ->
    [filed] { $action ->
        [take] #{ $number } 由工作人员来接，您等消息就行。
        [withdraw] #{ $number } 只有反映的人能撤回。
        [confirm] #{ $number } 工作人员还没来接。不用办了的话，说“#{ $number } 撤回”。
        [partly] #{ $number } 工作人员还没来接。不用办了的话，说“#{ $number } 撤回”。
        [reopen] #{ $number } 还在等人接，没有关。
        [rate] #{ $number } 还没办。办完了再请您说满意不满意。
        [add] #{ $number } 只有反映的人能补充。
        [decline] #{ $number } 办不办由工作人员说。您不用办了的话，说“#{ $number } 撤回”。
        [agree] #{ $number } 没人说不办，不用选。
        [object] #{ $number } 没人说不办，不用选。
        [wake] #{ $number } 没有缓，还在等人接。
       *[other] #{ $number } 还没人接。先点“我来接”，再回话。
    }
    [taken] { $action ->
        [take] { $mine ->
            [1] 这件事您已经接了，不用再点。
           *[0] 这件事{ $handler }已经接了，不用再点。
        }
        [withdraw] #{ $number } 只有反映的人能撤回。
        [confirm] #{ $number } { $handler }还没说办完，说了我再问您。不用办了的话，说“#{ $number } 撤回”。
        [partly] #{ $number } { $handler }还没说办完，说了我再问您。
        [reopen] #{ $number } { $handler }还在办，不用再点。
        [rate] #{ $number } { $handler }还没办完。办完了再请您说满意不满意。
        [add] #{ $number } 只有反映的人能补充。
        [agree] #{ $number } 没人说不办，不用选。
        [object] #{ $number } 没人说不办，不用选。
        [wake] #{ $number } 已经在办了，不用再点。
       *[other] #{ $number } 是{ $handler }接的，由{ $handler }来回话。
    }
    [waiting] { $action ->
        [take] #{ $number } { $handler }接了，正等住户回话。
        [withdraw] #{ $number } 只有反映的人能撤回。
        [confirm] #{ $number } { $handler }还在等您回话，没说办完。回一句就接着办。
        [partly] #{ $number } { $handler }还在等您回话，没说办完。回一句就接着办。
        [reopen] #{ $number } 没有关，正等住户回话。
        [rate] #{ $number } 还没办完。办完了再请您说满意不满意。
        [add] #{ $number } 只有反映的人能补充。
        [agree] #{ $number } 没人说不办，不用选。
        [object] #{ $number } 没人说不办，不用选。
       *[other] { $mine ->
            [1] #{ $number } 正等住户回话。要做别的，先点“接着办”。
           *[0] #{ $number } 是{ $handler }接的，由{ $handler }来办。
        }
    }
    [deferred] { $action ->
        [take] #{ $number } { $handler }接了，缓一缓再办。
        [withdraw] #{ $number } 只有反映的人能撤回。
        [confirm] #{ $number } 还缓着，没说办完。不用办了的话，说“#{ $number } 撤回”。
        [partly] #{ $number } 还缓着，没说办完。
        [reopen] #{ $number } 没有关，缓一缓再办。
        [rate] #{ $number } 还没办完。办完了再请您说满意不满意。
        [add] #{ $number } 只有反映的人能补充。
        [agree] #{ $number } 没人说不办，不用选。
        [object] #{ $number } 没人说不办，不用选。
       *[other] { $mine ->
            [1] #{ $number } 还缓着。要做别的，先点“接着办”。
           *[0] #{ $number } 是{ $handler }接的，由{ $handler }来办。
        }
    }
    [declining] { $action ->
        [withdraw] #{ $number } 只有反映的人能撤回。
        [add] #{ $number } 只有反映的人能补充。
        [decline] #{ $number } 已经有人说不办了，等另一位工作人员看。
        [agree] { $mine ->
            [1] #{ $number } 是您说不办的，要另一位工作人员来看。
           *[0] #{ $number } 办不办由工作人员来看。
        }
        [object] #{ $number } 办不办由工作人员来看。
        [confirm] #{ $number } 工作人员还在商量，定了就告诉您。
        [partly] #{ $number } 工作人员还在商量，定了就告诉您。
        [reopen] #{ $number } 工作人员还在商量，定了就告诉您。
        [rate] #{ $number } 工作人员还在商量，定了就告诉您。
       *[other] #{ $number } 有人说办不了，先等另一位工作人员看过。
    }
    [finished] { $action ->
        [take] 这件事{ $handler }已经办完了，等住户确认。
        [finish] #{ $number } 已经办完了，等住户确认，不用再点。
        [withdraw] #{ $number } 已经办完了，不用撤回。解决了就点“解决了”。
        [add] #{ $number } 只有反映的人能补充。
        [reply] #{ $number } 是{ $handler }办的，由{ $handler }来回话。
        [rate] { $reporter ->
            [1] #{ $number } 请先说解决了没有，再说满意不满意。
           *[0] #{ $number } 满意不满意，由反映的人来说。
        }
        [ask] #{ $number } 已经办完了，等住户确认。
        [defer] #{ $number } 已经办完了，等住户确认。
        [wake] #{ $number } 已经办完了，等住户确认。
        [return] #{ $number } 已经办完了，等住户确认。
        [decline] #{ $number } 已经办完了，等住户确认。
        [agree] #{ $number } 没人说不办，不用选。
        [object] #{ $number } 没人说不办，不用选。
       *[other] #{ $number } 解决没解决，由反映的人来说。
    }
    [confirmed] { $action ->
        [confirm] #{ $number } 已经解决了，不用再点。
        [reopen] #{ $number } 解决没解决，由反映的人来说。
        [rate] #{ $number } 满意不满意，由反映的人来说。
       *[other] { $reporter ->
            [1] #{ $number } 已经解决了。要是又坏了，点“没解决”或者说“没解决”。
           *[0] #{ $number } 已经解决了，不用再办。
        }
    }
    [partly] { $action ->
        [rate] #{ $number } 满意不满意，由反映的人来说。
       *[other] { $reporter ->
            [1] #{ $number } 您说解决了一部分，记下了。还要办的话，点“没解决”或者说“没解决”。
           *[0] #{ $number } 住户说解决了一部分。还办不办，由反映的人来说。
        }
    }
    [silent] { $action ->
        [rate] { $reporter ->
            [1] #{ $number } 请先说解决了没有，再说满意不满意。
           *[0] #{ $number } 满意不满意，由反映的人来说。
        }
       *[other] { $reporter ->
            [1] #{ $number } 早办完了，一直没等到您回话。请点“解决了”或者“没解决”。
           *[0] #{ $number } 办完了，住户没回话。解决没解决，由反映的人来说。
        }
    }
    [declined] { $reporter ->
        [1] #{ $number } 已经定了办不了，原因告诉过您。情况不一样了的话，再反映一次就行。
       *[0] #{ $number } 已经定了不办。
    }
   *[withdrawn] { $action ->
        [withdraw] #{ $number } 已经撤回了，不用再撤。要撤别的，请带上号，比如：#5 撤回
       *[other] { $reporter ->
            [1] #{ $number } 您已经撤回了。还要办的话，再说一次就行。
           *[0] #{ $number } 住户已经撤回了，不用再办。
        }
    }
}
error-too-fast = 您发得太快了，这一条没收到。请等一分钟再发。
error-stream-same = #{ $number } 已经定为{ $stream ->
    [public] 大事
    [private] 私事
   *[community] 小事
}了，不用再点。
error-note-decided = { $sent ->
    [1] #{ $number } 这句已经发给住户了，不用再点。
   *[0] #{ $number } 这句已经只内部记了。要发的话，点“回话”再写一句。
}
error-note-author = 这句是{ $who }写的，发不发由{ $who }来选。
error-heard-already = #{ $number } 您已经答过了，不用再点。
