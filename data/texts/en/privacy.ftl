# Her data: what is kept, how it is seen, corrected, erased.
privacy-notice = We keep your name, address and phone to deliver your goods and make the bill, and for nothing else.
    Only the seller and whoever delivers see them. Any time, write here: "show my data", "erase my data" or "I take back my consent".
privacy-more = The full notice
privacy-full = Your data, notice { $version }:
    • Name, address, PIN code, phone: to deliver and to bill. The group's dispatching officer sees them once the order is taken, and the post or courier.
    • Orders and payments: to complete the sale and for the accounts.
    • Your messages: to answer you. What you write is kept { $inbox } days, what we write { $words } days.
    • Your WhatsApp number or Telegram identity: to send you the answers.
    Nothing is sold or given away for advertising. News of goods only if you say yes to it yourself.
    After an erasure only amounts, goods, state and dates of bills stay, because tax law wants them; your name is not among them.
    Seeing, correcting, erasing and taking back consent all happen here. This shop is for people over 18.
privacy-asks = Questions or complaints: { $whom }
    If nobody answers, you can write to the Data Protection Board of India.
privacy-asks-unsaid = Who takes questions about data is not settled yet: write here, the office answers.
    If nobody answers, you can write to the Data Protection Board of India.
privacy-show = Show my data
privacy-withdraw = Take back consent
privacy-erase = Erase my data
    .short = Erase my data

data-head = This is what we keep about you:
data-name = Name: { $name }
data-no-name = Name: none kept
data-address = Address: { $line } { $pincode }, phone { $phone }
data-order = Order { $number }, { $day }: { $total }
data-more-orders = { $count ->
    [one] and 1 more order
   *[other] and { $count } more orders
}
data-chats = Messages: yours for { $inbox } days, ours for { $words } days
data-agreed = Consent: { $day }, notice { $version }
data-news = News of goods: { $wants ->
    [yes] you want it
   *[no] we send none
}
data-correct = Something is wrong
data-mend-which = What shall I correct?
data-mend-name = Name
data-mend-phone = Phone
data-mend-line = Address
data-mend-ask = { $what ->
    [name] Please write the right name.
    [phone] Please write the right phone number.
   *[line] Please write the right address: house or village, post office, town.
}
data-mended = Corrected.
data-nothing-kept = Nothing of the kind is kept just now. Please write it right with your next order.
data-mended-under-way = Corrected for the future. Order { $order } is under way: the office corrects it there, number { $number }.
data-withdrawn = Your consent is taken back. The name and addresses we kept are gone. If you order again, we ask again.
data-order-goes-on = Order { $order } is under way and goes to the address you gave. You can cancel it if you like.
data-erase-group = Noted, number { $number }: you answer for a group. The office finds somebody else first, then tells you here.
data-erase-later = { $count ->
    [one] Order { $order } is not done yet
   *[other] Order { $order } and others are not done yet
}: we need your data to bring you the goods or the money.
    When it is done, write "erase my data" again. Or cancel it now if you like.
data-erase-sure = Name, addresses, phone, cart and all our talk will be gone and cannot come back. Old orders are not shown here any more, nor can they be returned.
    Shall I really erase it?
data-erase-yes = Yes, erase it
data-erase-no = Leave it
data-erased = All erased. Only the bills' amounts, goods, state and dates are left, without your name.
    This last message will be gone in a few minutes too.

news-ask = Shall we send you news of new goods and fairs here? A few times a year. Write "stop" any time to end it.
news-yes = Yes, send it
news-no = No
news-noted = Fine, we will send it. Write "stop" to end it.
news-off = Fine, no news.
news-stop = No more news
