# Posters, reports for somebody else, places in words, words passed on.
verb-poster = poster
verb-behalf = on behalf of|on behalf
verb-place = place
verb-strike = strike out|strike out my words
spot-name = { $spot ->
    [lift] the lift
    [corridor] the corridor
    [gate] the gate
    [talk] the talking corner
   *[other] { $spot }
}
card-behalf = Written down by { $who } for somebody who came or called
card-passed = Passed on; who wrote it is not kept
