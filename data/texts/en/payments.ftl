# Told unasked. Each notice-<name> has a twin in data/templates/<name>.yml that says the same.
notice-pay-request = Order { $number } is agreed: { $items }
    Please pay { $amount } to { $payee } by { $by }. I'll write as soon as it is there.
notice-pay-reminder = { $amount } for order { $number } is not here yet.
    Please pay { $payee } by { $by }, then it is packed. If you have paid, write its 12-digit number (UTR) here.
notice-payment-received = { $amount } for order { $number } has arrived. Thank you.
    I'll write when it is sent.
notice-payment-expired = { $amount } for order { $number } did not arrive in time, so the order is cancelled. Please don't pay it now.
    If you have already paid, write here: it comes back to you.
notice-payment-late = Your { $amount } for order { $number } arrived after the order was over.
    The office sends it back; I'll write when it is on its way.
notice-refund-asked = { $amount } of order { $number } comes back to you.
    The office sends it; I'll write when it is on its way.
notice-refund-sent = { $amount } of order { $number } has been sent back to you, number { $reference }.
    A bank may take up to seven working days.
notice-refund-done = { $amount } of order { $number } is back with you, number { $reference }.
    If you can't see it, write here.
notice-cod-confirm = Order { $number }: { $items }
    You pay { $amount } when it comes. Shall it be packed?
notice-cod-lapsed = I had no answer from you, so order { $number } is cancelled: { $items }
    Nothing to pay. You can order it again at any time.
notice-order-secured = Order { $number }: { $how }. Please pack it: { $items }
notice-secured-how = { $how ->
    [paid] the money has arrived
   *[cod] the buyer has confirmed and pays when it comes
}
notice-money-morning = Money that waits: payments { $payments }, refunds { $refunds }.
    Please look at them today.
notice-payee-proposed = Money for { $seller } is to go to { $vpa } ({ $name }).
    It counts only when a second person of the office has checked and confirmed it.
notice-wait = { $address }. { $why ->
    [upi] Please don't pack it yet: I'll write when it is paid
   *[cod] Please don't pack it yet: I'll write when the buyer has confirmed
}

# The buyer
pay-button = Pay { $amount }
pay-over = The time for { $number } is over
pay-delivery = Delivery
pay-open = How do I pay
pay-claim-noted = Thank you, noted for order { $number }. The office checks it at the bank, and I'll write here.
    Please don't pay a second time.
pay-claim-number = Noted for order { $number }; the office checks it at the bank.
    If you can, write the payment's 12-digit number (UTR) here. Please don't pay a second time.
pay-nothing-due = There is nothing to pay just now.
cod-yes = Yes, pack it
cod-confirmed = Good. Order { $number } will be packed. Please keep { $total } ready when it comes.
cod-not-here = { $why ->
    [amount] This order is too large for paying when it comes. Please pay it by UPI.
    [open] You have other orders on the way that are paid when they come. Please pay this one by UPI.
   *[other] This order can't be paid when it comes. Please pay it by UPI.
}

# The office
office-money = Money
office-money-row = { $number } { $why ->
    [claimed] says paid
    [due] not paid yet
    [expired] time over
    [cash] cash to note
   *[late] came late
}
office-refund-row = { $number } { $state ->
    [sent] refund sent
    [failed] refund failed
   *[requested] refund waits
}
office-no-money = No payment and no refund is waiting.
office-money-list = { $count ->
    [one] One thing about money is waiting.
   *[other] { $count } things about money are waiting.
}
office-no-such-payment = I can't find this.
office-payment = Order { $number }: { $amount }, { $method ->
    [cod] cash when it comes
    [upi] by UPI
   *[other] online
}, { $state ->
    [due] not paid yet
    [paid] paid
    [expired] time over, not paid
   *[cancelled] nothing due
}
office-payment-seller = Seller: { $seller }
office-payment-utr = Bank's number: { $utr }
office-payment-reference = Our reference: { $reference }
office-arrived = It has arrived
office-arrived-yes = Yes, it is there
office-arrived-sure = Is exactly { $amount } for order { $number } in the seller's account? You say so in your name.
office-arrived-done = Order { $number }: { $how ->
    [paid] noted as paid. The buyer knows.
    [late] noted, but the order was over: it must go back. The buyer knows.
    [known] it was noted as paid before.
   *[other] it does not fit. A ticket is open.
}
office-refund = Refund for order { $number }: { $amount }, { $state ->
    [requested] to be sent
    [sent] sent
    [failed] came back from the bank
   *[done] done
}, asked for on { $since }
office-refund-to = To: { $name }
refund-sent = I have sent it
refund-done = It is there
refund-failed = It came back
office-ask-reference = { $amount } back for order { $number }: which number did the bank give? Write it here.
office-refund-noted = Refund for order { $number }: { $state ->
    [sent] sent, noted. The buyer knows.
    [done] done. The buyer knows.
   *[failed] noted; it must be sent again.
}
office-payees = Who is paid
office-no-sellers = There is no seller yet.
office-payee-list = Where does each seller's money go?
office-payee-hint = { $state ->
    [confirmed] { $vpa }
    [proposed] { $vpa }, waits for a second person
   *[none] nowhere yet { $vpa }
}
office-ask-vpa = { $seller }: which UPI address? Write it, for example shop@bank.
office-vpa-odd = That is no UPI address. It looks like shop@bank.
office-ask-payee-name = Which name does the bank show for { $vpa }? Write it exactly so.
office-payee-waits = { $vpa } ({ $name }) is noted. Another person of the office must confirm it; until then nothing goes there.
office-payee = { $seller }: { $vpa }, the bank shows { $name }. Have you checked it in a UPI app?
office-payee-yes = Checked, it is right
office-payee-same = You proposed it yourself. Another person of the office must confirm it.
office-payee-done = From now on the money goes to { $vpa }.
office-payee-gone = This is settled already.
office-see-payee = Check it

# The pay page
pay-page-head = Order { $number }
pay-page-to = to { $payee }
pay-page-by = Please pay by { $by }
pay-page-open = Open my UPI app
pay-page-scan = Or scan it with another phone
pay-page-copy = Or send it to this UPI address
pay-page-copy-button = Copy
pay-page-online = Pay by card or bank
pay-page-next = When the money has arrived, I write to you in the chat. Nobody of the shop ever asks for your UPI PIN.
pay-page-claimed = You told us that you have paid. We are looking at the bank; please don't pay twice.
pay-page-paid = Paid. Thank you.
pay-page-expired = The time is over and the order is cancelled. Please don't pay now; write to us in the chat.
pay-page-cancelled = There is nothing to pay.
pay-page-not-yet = There is nothing to pay yet. I write to you in the chat when the order is agreed.
pay-page-unknown = This page does not exist. Please open the link in the chat again.
pay-page-away = That way is not open just now. Please pay by UPI, or try again in a few minutes.
