# Pictures: neighbours see one once whoever has the case has looked at it and said so.
button-picture-show = Picture { $place }: neighbours may see it
button-picture-hide = Picture { $place } ✓ take back
button-pictures-show = Neighbours may see them all
toast-picture = { $shown ->
    [1] #{ $number } { $all ->
        [1] Neighbours may see the pictures,
       *[0] Neighbours may see this picture,
    } once whoever reported has shared the case.
   *[0] #{ $number } Taken back, neighbours do not see it any more.
}
error-picture-handler = #{ $number } Whoever has taken the case says which pictures neighbours see. If nobody has, press “I take it” first.
