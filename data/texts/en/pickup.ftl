# Goods that the buyer fetches herself, and the code for them.
pickup-fetch = I'll fetch it
pickup-send-home = Send it home
pickup-cash = Cash when fetching
pickup-new-code = New code
pickup-lies-there = It is at the shop
pickup-hand = Hand it over

pickup-ask-where = Where would you like to fetch it?
pickup-ask-name = In whose name will you fetch it?
pickup-ask-phone = On which number can you be reached about it?
pickup-chosen = Fine, you fetch it at { $place }. Sending costs nothing then.
pickup-nowhere = These goods cannot be fetched at any of our shops for now.
pickup-not-there = { $name } cannot be had at that shop.
pickup-where = Order here first, then fetch it at:
pickup-way-out = { $more ->
    [0] You can also fetch it yourself: { $place }.
   *[other] You can also fetch it yourself: { $place }, or another shop.
}
pickup-way-out-write = For that, write "I'll collect it".
pickup-place = { $name }, { $door }
pickup-place-open = { $place } ({ $hours })
pickup-hours = { $closed ->
    [never] { $opens } to { $closes }
    [sunday] { $opens } to { $closes }, closed on Sunday
    [monday] { $opens } to { $closes }, closed on Monday
    [tuesday] { $opens } to { $closes }, closed on Tuesday
    [wednesday] { $opens } to { $closes }, closed on Wednesday
    [thursday] { $opens } to { $closes }, closed on Thursday
    [friday] { $opens } to { $closes }, closed on Friday
   *[saturday] { $opens } to { $closes }, closed on Saturday
}
pickup-at = { $name } fetches it: { $place }. No sending charge.
pickup-from = { $mark ->
    [sample] It will be there by { $first } (sample)
   *[sure] It will be there by { $first }
}
pickup-when-ready = As soon as it is there, you are told here.
pickup-state-ready = It is waiting for you: { $place }. Tell your code there.
pickup-show-it = Please tell this code at the shop, to the one who hands over the goods.
pickup-no-code = None of your orders is waiting to be fetched just now.

pickup-bring = the buyer fetches it, bring it here: { $place }
pickup-not-sent = Order { $number }: { $place }. When it is there, tap here.
pickup-ask-code = Order { $number }: ask the buyer for the code of six characters and write it here.
pickup-row = { $number } · waiting
pickup-waiting = Waiting to be fetched: { $count }
pickup-none-waits = Nothing is waiting to be fetched.
pickup-handed = That is right. Hand over order { $number }: { $items }.
pickup-take-cash = Take { $amount } in cash.
pickup-code-wrong = { $why ->
    [too-many] Several codes did not work. Please wait an hour, or ask the office.
    [done] This order has been handed over already, or is not to be fetched any more.
    [unpaid] This order is not paid yet. Please do not hand it over; the buyer has the way to pay.
   *[not-valid] No order here has this code. Please look at it again with the buyer.
}

arriving-late = It should have come by { $date } and is late. Tap below if you need help.
arriving-late-made = It was to be ready by { $date } and is late.

notice-pickup-accepted = { $group } has taken your order { $number }: { $items }
    Ready by { $by }. You fetch it at { $place }; when it is there, your code comes here.
notice-pickup-ready = Order { $number } is waiting for you: { $items }
    { $place }
    Tell your code there: { $code }. Tell it to nobody before.
notice-pickup-to-bring = Order { $number } is agreed: { $items }
    It is to be ready by { $by }. To do: { $place }
