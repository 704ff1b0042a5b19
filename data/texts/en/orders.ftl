# Orders that were placed.
order-head = Order { $number } · { $total }
order-item = { $qty } { $name }
order-state-placed = { $name } has been told, the answer is awaited.
order-state-accepted = { $name } is making it, by { $date }.
order-state-part-offered = { $name } can make this much. Shall they?
order-state-declined = { $name } cannot make it. The office is looking.
order-state-ready = Ready at { $name }, about to be sent.
order-state-dispatched = Sent by { $name }.
order-state-delivered = Delivered.
order-state-cancelled = Cancelled.
order-tracking = Tracking number { $tracking }

order-none = You have no orders yet.
order-not-found = I do not find that among your orders.
order-which = Your orders:
order-choose = Choose
order-row = { $number } · { $total }
order-row-day = { $date }
order-already = { $number } is already placed.
order-others = My other orders
order-again = Order it again
order-help = Something is wrong
order-take-part = Yes, make these
order-refuse-part = No, cancel it
order-part-taken = Good. { $number } will be made by { $date }. Total { $total }.
order-part-refused = { $number } is cancelled, there is nothing to pay for it.

order-cancel = Cancel the order
order-cancel-which = Which order shall I cancel?
order-cancel-sure = Cancel { $number }? It costs nothing.
order-cancel-yes = Yes, cancel it
order-cancel-no = No, keep it
order-cancelled-now = { $number } is cancelled.
order-nothing-due = There is nothing to pay.
order-cancel-rest = What has been sent already stays: { $total }.
order-cancel-late = It has left already and cannot be cancelled. If something is wrong, the office will help.

handed-complaint = I am sorry. A person of the office will write to you here within 48 hours. Your number: { $ticket }.
handed-payment = Noted. The office looks at the payment and writes to you here. Your number: { $ticket }.
handed-bulk = Noted. The officer gives a price and a date here, usually within two working days. Your number: { $ticket }.
handed-booking = Noted. The office asks who can come and writes to you here. Your number: { $ticket }.
handed-about = About order { $number }.
delivery-info = Goods come to your address. You see the date before you order; there is no delivery charge for now.
delivery-place = { $pincode } is in { $district }.
