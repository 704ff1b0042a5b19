# What each part of a buyer's money did: in the chat, and on the page behind the signed code.
receipt-open = Where it goes
receipt-title = Order { $number }: what your { $amount } does
receipt-cell = { $name ->
    [wages] Wages in the workshop
    [victims] Victims' families
    [staff] Staff
    [society] The society
    [materials] Materials
    [members] Members of the group
    [unshared] To the makers; how it is shared is not said yet
    [tax] Tax
    [delivery] Sending
   *[group] The group that made it
}
receipt-row = { $who }: { $amount }
receipt-people = shared by { $count } people
receipt-among = { $row } ({ $count } people)
receipt-check = Look at it, show it, check it: { $link }
receipt-not-yet = Where the money of order { $number } goes is written when it is paid and the parcel has left.
receipt-page-head = Order { $number }
receipt-page-line = This is what the money does.
receipt-page-stood = To the paisa as the books stood on { $day } { $year }.
receipt-page-genuine = Signed by this shop.
receipt-page-changed = The books have changed since this code was made: something came back, or was shared anew. The chat has the new one.
receipt-page-key = The key that checks this code without the shop
receipt-forged-head = Not ours
receipt-forged = This code was not made by this shop, or somebody has changed it. Do not trust its sums.
