# Placing an order, one question at a time.
checkout-ask-name = Who should it be sent to? Please write the name.
checkout-ask-address = Where should it be sent? House or village, post office, town.
checkout-ask-pincode = And the PIN code, six digits?
checkout-ask-district = { $pincode } lies in more than one district. Which one is yours?
checkout-ask-phone = Which phone number should the courier call?
checkout-ask-payment = How would you like to pay?
checkout-ask-saved = Send it to this address?
checkout-saved-line = { $name }, { $line } { $pincode }
checkout-saved = Yes, to { $pincode }
checkout-new-address = Another address
checkout-cod = Cash on delivery
checkout-upi = UPI
checkout-heard = { $first } · { $rest }
checkout-noted = Noted.

checkout-pincode-unknown = PIN code { $pincode } is not in the post office's list. Please check and write it again.
checkout-pincode-differs = PIN code { $pincode } is in { $district } district, but the address says { $place }.
checkout-ask-pincode-again = Shall I keep { $pincode }? If not, please write the right PIN code.
checkout-keep-pincode = Yes, { $pincode }
checkout-phone-odd = I found no phone number there. Ten digits, please.
checkout-name-odd = Please write just the name.
checkout-contact-odd = I did not keep that number; it is not needed just now.
checkout-payment-only = You can pay cash on delivery or by UPI.
checkout-payments = You can pay cash when the goods arrive, or by UPI.
checkout-short = { $name }, ready just now: only { $left }.
checkout-gone = { $name } is sold out just now.
checkout-say-yes = Shall I order this? Please tap yes, or say what to change.
checkout-again = Total { $total }, by { $date }.
checkout-changed = Something has changed meanwhile. It now stands like this:

checkout-head = Please check, then say yes:
checkout-line = { $qty } { $name } × { $price } = { $sum }
checkout-things = { $n ->
    [one] { $n } thing, listed above
   *[other] { $n } things, listed above
}
checkout-free = Delivery: no charge for now
checkout-total = Total { $total }, all included
checkout-total-tax = { $mark ->
    [sample] Total { $total }, in it GST { $tax } (sample)
   *[sure] Total { $total }, in it GST { $tax }
}
checkout-seller = Sold by { $name }: by { $date }
checkout-sold-by = Sold by { $seller } ({ $name }): by { $date }
checkout-to = To: { $name }, { $line } { $pincode }
checkout-phone = Phone { $phone } · { $payment }
checkout-terms = Made in India. You can cancel free of charge until it is sent; if it comes broken or wrong, write here.
checkout-yes = Yes, order it
checkout-change = Change something
checkout-left = Fine, nothing was ordered. Your cart is kept.

checkout-change-what = What should I change?
checkout-change-name = Name
checkout-change-address = Address
checkout-change-phone = Phone
checkout-change-payment = Payment

checkout-placed = Order { $number } is placed. Total { $total }.
checkout-told = { $hours ->
    [one] { $name } will answer here, usually within { $hours } hour.
   *[other] { $name } will answer here, usually within { $hours } hours.
}
checkout-told-all = All { $count } of them will answer here, usually within { $hours } hours.
checkout-upi-later = Nothing to pay now. The office will write here how to pay by UPI; please pay nobody else.
checkout-upi-after = Nothing to pay now. When they have agreed, the way to pay comes here; please pay nobody else.
