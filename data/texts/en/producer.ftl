producer-accept = We'll make it
producer-part = Only a part
producer-decline = We can't
producer-ready = It is ready
producer-dispatch = Sent
producer-delivered = It was delivered
producer-open-orders = Open orders
producer-choose-button = Choose an order
producer-row = { $number } · { $state ->
    [placed] new
    [part_offered] buyer asked
    [accepted] to make
   *[ready] ready
}
producer-row-hint = { $items }, by { $by }
producer-which = Which order do you mean?
producer-orders-open = { $count ->
    [one] One order is open.
   *[other] { $count } orders are open. Choose one.
}
producer-card = Order { $number }: { $items }
    Needed by { $by }
producer-state = { $state ->
    [placed] It waits for your answer.
    [part_offered] The buyer has been asked about a part. Answered by: { $who }.
    [accepted] It is to be made. Answered by: { $who }.
    [declined] It won't be made. Answered by: { $who }.
    [ready] It is ready to send.
    [dispatched] It has been sent.
    [delivered] It has been delivered.
    [expired] It was not answered in time. Please don't make it.
    [return_asked] It has been delivered; the buyer wants to return it.
    [return_agreed] It has been delivered and is to come back to you.
    [returned] It has come back to you.
   *[cancelled] It is cancelled. Please don't make it.
}
producer-done = { $move ->
    [accept] Agreed: order { $number }, { $items }, ready by { $by }. The buyer knows.
    [offer_part] Order { $number }: I have asked the buyer about { $items }. The answer comes here.
    [decline] Noted: order { $number }, { $items }, can't be made. The buyer will hear of it at once.
    [mark_ready] Order { $number } is ready. The buyer knows.
    [dispatch] Order { $number } is sent. The buyer knows.
   *[deliver] Order { $number } has been delivered. Thank you!
}
producer-press = Order { $number }: { $items }, needed by { $by }
    Is this your answer? Tap once.
producer-press-part = Order { $number }: offer the buyer { $item }?
producer-offer-it = Yes, offer it
producer-how-many = Order { $number } asks for { $item }
    How much of it can you make? Write the number.
producer-all-of-it = All of it
producer-none-of-it = None of it
producer-not-that-many = The order asks for { $item }. How much of it can you make? Write a smaller number.
producer-ask-tracking = What is the parcel number of order { $number }? Write it here.
producer-no-tracking = No number
producer-nothing-open = No order is open now. A new one will show here at once.
producer-no-such-order = I can't find order { $number } with you. “Open orders” shows them all.
producer-not-yours = This order is not with you.
producer-not-your-part = This step is not for the { $who }. Another contact of yours or the office can do it.
producer-not-joined = Only a group's own contacts answer its orders. If you have a joining code, write it here; our office gives one.
producer-counted = Noted: { $name }, { $free } free to sell.
producer-recount = Undo
producer-office-will = Noted, number { $number }. The office will do this and tell you here.
producer-register = Thank you, noted, number { $number }. The office will write to you here about joining.

joining-done = You now answer for { $group }. Your part: { $who }.
    New orders come here by themselves.
joining-link-text = My joining code is { $code }
joining-not-valid = This code did not work: it may be used up or too old. The office can give a new one.
joining-too-many = Too many codes did not work today. Please ask our office, or try again tomorrow.
joining-buy = Buy something
joining-answer = Our orders
joining-now-buying = You can buy now. What would you like to see?
