# Small words used everywhere.
more = More
menu = Menu
back = Back
yes = Yes
no = No
cancel = Leave it
something-else = Something else
talk-to-person = Talk to a person
    .short = Talk to a person
open-cart = My cart
open-orders = My orders
see-goods = See the goods


# Quantities: "2 pieces", "1.5 kg".
unit-piece = { $n ->
    [one] { $number } piece
   *[other] { $number } pieces
}
unit-pair = { $n ->
    [one] { $number } pair
   *[other] { $number } pairs
}
unit-kg = { $number } kg
unit-kg-250 = 250 g
unit-kg-500 = 500 g
unit-kg-750 = 750 g
unit-kg-1500 = 1.5 kg
unit-gram = { $number } g
unit-litre = { $n ->
    [one] { $number } litre
   *[other] { $number } litres
}
unit-packet = { $n ->
    [one] { $number } packet
   *[other] { $number } packets
}
unit-box = { $n ->
    [one] { $number } box
   *[other] { $number } boxes
}
unit-bottle = { $n ->
    [one] { $number } bottle
   *[other] { $number } bottles
}
unit-jar = { $n ->
    [one] { $number } jar
   *[other] { $number } jars
}
unit-metre = { $n ->
    [one] { $number } metre
   *[other] { $number } metres
}
unit-set = { $n ->
    [one] { $number } set
   *[other] { $number } sets
}
unit-pound = { $n ->
    [one] { $number } pound
   *[other] { $number } pounds
}
unit-dozen = { $number } dozen
unit-visit = { $n ->
    [one] { $number } visit
   *[other] { $number } visits
}

# When we did not understand.
unsure = Did you mean this?
unsure-none = I did not follow that. Please put it another way, or choose here.
unsure-menu = I still did not follow. Please choose here.
unsure-person = A person from the office will read your message and answer here. Its number is { $ticket }.
    Everything else here works meanwhile.
empty-message = That message came empty. What would you like to see?
too-long = That was a long message; I read only the first part.
nlu-away = I cannot read written messages well just now, but buttons and numbers work. Your message is kept.
out-of-scope = I can only help with the shop: things to buy, orders and delivery.
fine = Fine. I am here when you need something.
please-kind = Let us talk calmly. How can I help you in the shop?
wait = Take your time.
slow-down = Messages are coming very fast. Please wait a minute; nothing is lost.
heard-voice = I cannot listen to voice notes yet. Please write it, or choose here.
heard-picture = I cannot read pictures yet. Please write what you are looking for, or choose here.
heard-edited = I read the message as it first came. To change something, please write it again.
heard-unknown = I cannot open this kind of message. Please write it, or choose here.
heard-location = Got the location. Please also write the house or village, and the PIN code.
old-button = That button is from an earlier chat. Please choose here.
trouble = Something went wrong on our side. Your message is kept. Please try once more, or choose here.

# What a task is called when we ask whether it was meant.
task-browse_catalogue = See the goods
task-browse_category = See the goods
task-search_product = Find something
task-product_detail = Ask about a product
task-ask_price = Ask the price
task-ask_availability = Is it in stock?
task-add_to_cart = Add to the cart
task-change_quantity = Change the quantity
task-remove_item = Remove from the cart
task-view_cart = See my cart
task-clear_cart = Empty the cart
task-checkout = Place the order
task-order_status = Where is my order
task-cancel_order = Cancel an order
task-complaint_return_refund = Complaint or return
task-payment_problem = Payment problem
task-delivery_info = Ask about delivery
task-bulk_order = Order in bulk
task-book_service = Book a worker
task-about_producers = Who makes it
task-about_money = Where the money goes
task-exhibition_info = About the stall
task-switch_language = Change language
task-talk_to_human = Talk to a person
task-start_again = Start again

link-row = Join my two apps
link-code = Write this to Haat from your other app within 15 minutes:
    { $code }
link-done = Done. This chat and your other one are now the same person: one cart, one list of orders.
link-not-valid = That code is not valid any more. Shall I give you a new one?
