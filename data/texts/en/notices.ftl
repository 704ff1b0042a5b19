# Told unasked. Each notice-<name> has a twin in data/templates/<name>.yml that says the same.
notice-value = { $value }
notice-item = { $quantity } { $name }
notice-item-count = { $count } { $name }
notice-item-wish = { $item } ({ $wish })
notice-items = { $first }, { $rest }
notice-items-more = and { $count } more
notice-address = { $name }, { $line }, { $pincode }, phone { $phone }
notice-role = { $role ->
    [officer] officer in charge
    [lead] group lead
    [deputy] deputy
    [dispatcher] dispatcher
    [member] member
    [stall] stall seller
    [district] district officer
    [admin] shop admin
    [grievance] grievance officer
   *[office] office
}
notice-move = { $move ->
    [accept] the whole order will be made
    [offer_part] the buyer was asked about a smaller order
   *[decline] the order can't be made
}
notice-carrier = { $carrier ->
    [bus] bus
    [hand] hand delivery
    [transport] transport
   *[courier] courier
}

# To the group
notice-new-order = New order { $number }: { $items }
    Needed by { $by }
notice-order-reminder = Order { $number } still waits for your answer: { $items }
    Needed by { $by }
notice-order-answered = Order { $number }: the { $who } has answered, { $answer }.
notice-order-to-send = Order { $number } is agreed: { $items }
    Ready by { $by }. Send to: { $address }
notice-order-packed = Order { $number } is ready: { $items }
    Send to: { $address }
notice-part-taken = The buyer agrees. Order { $number } is now: { $items }
    Needed by { $by }
notice-part-unanswered = Order { $number }: the buyer has not answered yet about { $items }
    Our office is asking now. Please don't make it yet.
notice-order-stopped = Order { $number } is cancelled: { $items }
    Please don't make it. What is already made can go on the shelf.
notice-order-passed-over = Order { $number } has gone to another group: { $items }
    No answer had come in time. Please don't make it.
notice-order-late = Order { $number } was needed by { $by }: { $items }
    Please tell us with one tap how far it is.
notice-return-work = Order { $number }, { $items }:
    { $what } The office will talk to you.
notice-return-work-move = { $move ->
    [ask_return] the buyer wants to return it.
    [agree_return] the return is agreed, it will come back to you.
    [close_return] the buyer keeps it, the return is closed.
   *[receive_return] it has come back. Please look at it and count it again.
}

# To the buyer
notice-order-accepted = { $group } has taken your order { $number }: { $items }
    It will be ready by { $by }. I'll write when it is sent.
notice-part-offered = { $group } can make only a part of order { $number }: { $items }
    That comes to { $goods }. Shall they make it?
notice-part-reminder = Order { $number } waits for your answer: they can make { $items }
    That comes to { $goods }. Shall they make it?
notice-order-declined = { $group } can't make order { $number }: { $items }
    Our office will write to you here within two days: another group, or nothing to pay.
notice-order-ready = Order { $number } is ready: { $items }
    I'll write when it is sent.
notice-order-dispatched = Order { $number } is on its way 📦 { $items }
    Sent by { $carrier }, number { $tracking }
notice-order-sent = Order { $number } is on its way 📦 { $items }
    When it reaches you, please tell me here.
notice-order-delivered = We heard that order { $number } has reached you: { $items }
    If it has not, please tell us here.
notice-order-cancelled = Order { $number } has been cancelled: { $items }
    For any question, write to us here.
notice-order-waiting = { $group } has not answered yet about order { $number }: { $items }
    Our office is asking them now. You can wait, or cancel free of charge.
notice-part-settled = As agreed with our office, order { $number }: { $items }, by { $by }
    { $what }
notice-settled = { $move ->
    [take_part] Only this much will be made.
    [split] The rest comes from another group.
   *[wait] They are asked to make all of it by then.
}
notice-other-offered = { $group } can't make order { $number }: { $items }
    { $other } can, at the same price, by { $by }. The bill would come from there. Shall they make it?
notice-order-rerouted = { $group } could not take order { $number }: { $items }
    I have asked { $other } now: same price, by { $by }. You can still cancel free of charge.
notice-order-ended = Order { $number } won't be made: { $items }
    { $why } You owe nothing for it; anything already paid comes back to you.
notice-ended = { $move ->
    [refuse] I am sorry, nobody can make it now.
   *[expire] No answer came in time.
}
notice-order-delayed = Order { $number } is late: { $items }
    It was due by { $by }, and our office is asking { $group } now. You can wait, or cancel free of charge.
notice-return-moved = Order { $number }, { $items }:
    { $what } For any question, write to us here.
notice-return = { $move ->
    [ask_return] your return is noted, the answer comes here.
    [agree_return] the return is agreed; the office writes to you how to send it back.
    [close_return] the return is closed, the goods stay with you.
    [receive_return] the goods have come back.
   *[come_back] the parcel came back without reaching you.
}
notice-other-ways = Other ways
notice-other-yes = Yes, from there
notice-other-no = No, cancel it
notice-take-part = Yes, make it
notice-refuse-part = No, leave it
notice-received = It reached me
notice-cancel = Cancel the order
notice-ask-again = Ask again

# The office
notice-office-alert = { $number } · { $kind }
    { $words }
notice-office-answer = The office writes about { $number }:
    “{ $words }”
ticket-kind = { $kind ->
    [handover] wants to talk to a person
    [enquiry] enquiry
    [complaint] complaint
    [delivery] delivery charge
    [bulk] bulk price
    [booking] booking
    [upi] will pay by UPI, asks how
    [payment] payment trouble
    [money] a payment to look at
    [no_contact] nobody has joined for this group's order
    [no_answer] no answer from the group
    [declined] the group can't make it
    [part] the buyer has not answered about a smaller order
    [late] the day is over and the order is not sent
    [stock] count of goods
    [price] change of price
    [new_product] new product
    [earnings] asks about earnings
    [holiday] closed days
    [delay] delay
    [undo] wants to undo
    [register] wants to sell with us
    [stop] no more messages
    [delete_data] delete my data
    [show_data] show my data
    [correct_data] correct my data
    [consent] withdraws consent
    [rating] what a buyer thinks
    [gift] for somebody else
    [contact] a contact must confirm with a fresh code
   *[other] question
}
received-thanks = Good to know that order { $number } has reached you. Thank you for buying it.
received-not-right = Something is wrong
received-not-yours = I can't find this parcel among your orders.
