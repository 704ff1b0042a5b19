# Orders that were placed.
order-head = Order { $number } · { $total }
order-item = { $qty } { $name }
order-state-placed = { $name } has been told; their answer is still to come.
order-state-accepted = { $name } is making it, by { $date }.
order-state-part-offered = { $name } can make only this much. Shall they make it?
order-state-declined = { $name } cannot make it. The office is looking for another way.
order-state-ready = Ready at { $name }, to be sent next.
order-state-dispatched = Sent by { $name }.
order-state-delivered = Delivered.
order-state-cancelled = Cancelled.
order-tracking = Tracking number { $tracking }

order-none = You have no orders yet.
order-not-found = I can't find that among your orders.
order-which = Your orders:
order-choose = Choose
order-row = { $number } · { $total }
order-row-day = { $date }
order-already = { $number } has already been placed.
order-others = My other orders
order-again = Order it again
order-help = Something is wrong
order-take-part = Yes, make it
order-refuse-part = No, cancel it
order-part-taken = Good. { $number } will be made by { $date }. Total { $total }.
order-part-refused = { $number } is cancelled. There is nothing to pay for it.

order-cancel = Cancel the order
order-cancel-which = Which order should I cancel?
order-cancel-sure = Cancel { $number }? It costs nothing.
order-cancel-yes = Yes, cancel it
order-cancel-no = No, keep it
order-cancelled-now = { $number } is cancelled.
order-nothing-due = There is nothing to pay.
order-cancel-rest = What was already sent stays: { $total }.
order-cancel-late = It has already been sent and cannot be cancelled. If something is wrong, the office will help.

handed-complaint = I am sorry. The office will answer you here within 48 hours. Its number: { $ticket }.
handed-payment = Noted. The office will check the payment and write to you here. Its number: { $ticket }.
handed-bulk = Noted. The office will give a price and a date here, usually within two working days. Its number: { $ticket }.
handed-booking = Noted. The office will ask who can come and write to you here. Its number: { $ticket }.
handed-about = About order { $number }.
delivery-info = Goods come to your address. You see the date before you order; delivery is free for now.
delivery-place = { $pincode } is in { $district }.
