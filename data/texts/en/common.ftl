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
unit-kg-250 = a quarter kilo
unit-kg-500 = half a kilo
unit-kg-750 = three quarters of a kilo
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
unsure-none = I did not follow that. You can ask in other words, or choose here.
unsure-menu = I still did not follow. Please choose here.
unsure-person = A person will read your message and write to you here. Your number for this is { $ticket }.
    Until then you can go on here.
empty-message = That message came empty. What would you like to see?
too-long = That was a long message, I read the first part.
nlu-away = I cannot read free text well just now, but buttons and numbers work. Your message is kept.
out-of-scope = I can only help with the shop: things to buy, orders and delivery.
fine = Fine. I am here when you need something.
please-kind = Let us keep it polite, please. How may I help you with the shop?
slow-down = You are writing very fast. Please wait a minute, nothing is lost.
heard-voice = I cannot listen to voice notes yet. Please write it, or choose here.
heard-picture = I cannot read pictures yet. Write the name of the thing, or choose here.
heard-edited = I go by the message as it first came. To change something, please write it anew.
heard-unknown = I cannot open this kind of message. Please write it, or choose here.
heard-location = Got the location. Please also write the house or village, and the PIN code.
old-button = That button is from an older talk. Please choose here.
trouble = Something went wrong on our side. Your message is kept. Please try once more, or choose here.

# What a task is called when we ask whether it was meant.
task-browse_catalogue = See the goods
task-browse_category = See the goods
task-search_product = Find something
task-product_detail = Ask about a thing
task-ask_price = Ask the price
task-ask_availability = Ask if it is there
task-add_to_cart = Put in the cart
task-change_quantity = Change the quantity
task-remove_item = Take out of cart
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
