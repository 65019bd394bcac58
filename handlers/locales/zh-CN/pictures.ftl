# 照片：办这件事的人看过、点过，邻居才看得到。
button-picture-show = 图{ $place } 可以给大家看
button-picture-hide = 图{ $place } ✓ 收回
button-pictures-show = 全部可以给大家看
toast-picture = { $shown ->
    [1] #{ $number } { $all ->
        [1] 照片都可以给大家看了。
       *[0] 这张可以给大家看了。
    }反映的人点了“大家都能看”，邻居才看得到。
   *[0] #{ $number } 这张收回了，邻居看不到了。
}
error-picture-handler = #{ $number } 照片给不给大家看，由接了这件事的人来定。还没人接的话，先点“我来接”。
