office-menu = The office. What shall we look at?
office-tickets = Open tickets
office-waiting = Waiting orders
office-gaps = Missing details
office-choose-button = Choose one
office-only = This is only for the office.
office-no-tickets = Nothing is waiting for an answer.
office-no-such-ticket = I can't find this ticket.
office-open-tickets = { $count ->
    [one] One ticket is waiting for an answer.
   *[other] { $count } tickets are waiting for an answer.
}
office-ticket-row = { $number } { $kind }
    .short = { $number }
office-ticket = { $number }: { $kind } ({ $state ->
    [open] waiting
    [answered] answered
   *[closed] closed
})
office-about-order = Order { $number }: { $state ->
    [placed] not answered yet
    [part_offered] the buyer was asked about a part
    [accepted] being made
    [declined] can't be made
    [ready] ready
    [dispatched] sent
    [delivered] delivered
    [expired] not answered in time
    [return_asked] to be returned?
    [return_agreed] coming back
    [returned] came back
   *[cancelled] cancelled
}
office-said = { $who ->
    [her] › { $words }
   *[us] ‹ { $words }
}
office-reply = Answer
office-close = Close it
office-nobody-to-tell = { $number } did not come from a chat: please call, then close it.
office-write-reply = { $number }: { $words }
    Write the answer. Your next message goes to them as it is.
office-gives-away = This was not sent: it tells of somebody in prison, or of somebody who was wronged. Please write it without that.
office-answered = The answer to { $number } has been sent.
office-closed = { $number } is closed.
office-none-waiting = No order is waiting for a group's answer.
office-waiting-orders = { $count ->
    [one] One order is waiting for a group's answer.
   *[other] { $count } orders are waiting for a group's answer.
}
office-waiting-row = { $number }
office-waiting-hint = { $group }: { $items }
office-group-contacts = { $count ->
    [0] Nobody of { $group } has joined yet. Please give them a code.
    [one] One contact of { $group } has joined and been told.
   *[other] { $count } contacts of { $group } have joined and been told.
}
office-gap-list = { $count ->
    [one] One product still has missing details.
   *[other] { $count } products still have missing details.
}
office-no-gaps = No product has missing details.
office-ask-unit = { $name }: how is it sold?
office-no-gaps-here = This product has no missing details now.
office-gap = { $name }
    { $what ->
    [price] What is the price in rupees for { $unit }? Write the number.
    [hsn] What is its HSN code? Write the digits.
   *[stock] How many are on the shelf at { $group }? Write the number.
}
office-not-filled = I could not read that as a number. Please write only digits.
office-handover = A person from the office will read our talk and write to you here. Its number is { $number }.
    Everything else here works meanwhile.
office-rating = Thank you, noted, number { $number }. The makers will hear of it.
office-gift = Gladly. In the order, give the name and address of the person who gets it.
    Your wish is noted, number { $number }; the office will say here what is possible.
office-see-order = See the order
office-orders = All open orders
office-no-orders = No order is open now.
office-no-such-order = I can't find this order.
office-all-orders = { $count ->
    [one] One order is open.
   *[other] { $count } orders are open.
}
office-act = { $move ->
    [accept] They'll make it
    [decline] They can't
    [take_part] Buyer takes it
    [refuse_part] Buyer says no
    [mark_ready] It is ready
    [dispatch] It is sent
    [deliver] It was delivered
    [withdraw] Take it back
    [refuse] Nobody makes it
    [come_back] Parcel came back
    [ask_return] Buyer returns it
    [agree_return] Agree the return
    [close_return] Close the return
    [receive_return] It is back
   *[cancel] Cancel it
}
office-act-sure = Order { $number }: { $move ->
    [decline] the group can't make it. The buyer is told at once.
   *[cancel] it ends here. The buyer and the group are told at once.
}
    Shall I note it so?
office-act-done = Order { $number }: { $move ->
    [accept] agreed for the group
    [decline] can't be made
    [take_part] the buyer takes the part
    [mark_ready] ready
    [dispatch] sent
    [deliver] delivered
    [reroute] the other group is asked
    [offer_other] the buyer is asked about the other group
    [refuse] nobody makes it
    [come_back] it came back
    [ask_return] the return is noted
    [agree_return] the return is agreed
    [close_return] the return is closed
    [receive_return] the goods are back
   *[cancel] cancelled
}. The buyer and the group have been told.
office-give = Ask { $group }
office-could-make = { $words }. Could make it too: { $groups }
office-nobody-else = { $words }. Nobody else has it now.
notice-misheard-week = Not understood this week: { $times } messages, most often { $words }. `./haat learn list` shows all of them.
