office-menu = The office. What shall we look at?
office-tickets = Open tickets
office-waiting = Waiting orders
office-gaps = Missing values
office-choose-button = Choose one
office-only = Only the office can see this.
office-no-tickets = Nothing is waiting for an answer.
office-no-such-ticket = I can't find this ticket.
office-open-tickets = { $count ->
    [one] One ticket is waiting.
   *[other] { $count } tickets are waiting.
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
    [part_offered] a part is offered
    [accepted] being made
    [declined] can't be made
    [ready] ready
    [dispatched] sent
    [delivered] delivered
   *[cancelled] cancelled
}
office-said = { $who ->
    [her] › { $words }
   *[us] ‹ { $words }
}
office-reply = Answer
office-close = Close it
office-nobody-to-tell = { $number } came from nobody in a chat: please call, then close it.
office-write-reply = { $number }: { $words }
    Write the answer. Your next message goes to them as it is.
office-answered = The answer to { $number } has been sent.
office-closed = { $number } is closed.
office-none-waiting = No order waits for a group's answer.
office-waiting-orders = { $count ->
    [one] One order waits
   *[other] { $count } orders wait
} for a group's answer.
office-waiting-row = { $number }
office-waiting-hint = { $group }: { $items }
office-group-contacts = { $count ->
    [0] Nobody of { $group } has joined yet. Please give them a code.
    [one] One contact of { $group } has joined and been told.
   *[other] { $count } contacts of { $group } have joined and been told.
}
office-gap-list = { $count ->
    [one] One product still misses a value.
   *[other] { $count } products still miss a value.
}
office-no-gaps = No product misses a value.
office-ask-unit = { $name }: how is it sold?
office-no-gaps-here = Everything is known about this product now.
office-gap = { $name }
    { $what ->
    [price] What is the price in rupees for { $unit }? Write the number.
    [hsn] What is its HSN code? Write the digits.
   *[stock] How many are on the shelf at { $group }? Write the number.
}
office-not-filled = I could not read that as a number. Please write only digits.
office-data-wish = { $kind ->
    [stop] Noted as { $number }: our office will stop the messages and confirm it here. Open orders are still told to you.
    [delete_data] Noted as { $number }: our office will delete your data and confirm it here within 30 days. Bills stay as the law asks.
    [show_data] Noted as { $number }: our office will send you here, within 30 days, what we keep about you.
    [correct_data] Noted as { $number }: our office will correct it and write to you here.
   *[consent] Noted as { $number }: our office will withdraw your consent and confirm it here.
}
office-handover = A person of our office will read our talk and write to you here. Its number is { $number }.
    You can go on meanwhile.
office-rating = Thank you, noted as { $number }. The group that made it will hear this.
office-gift = Gladly. When the order asks for name and address, give those of the person who gets it.
    Your wish is noted as { $number }; the office will say here what is possible.
