# The cart.
cart-head = Your cart:
cart-line = { $qty } { $name } · { $sum }
cart-qty = { $qty }
cart-total = Total { $total }
cart-maker = Made by { $name }
cart-prices = { $mark ->
    [both] Some prices are sample prices, some are old; the office will confirm them.
    [old] The price is an old printed one; the office will confirm it.
   *[sample] Prices are sample prices.
}
cart-left = Ready just now: only { $left }.
cart-off-season = { $name } is not in season just now.
cart-other-state = { $name }: by tax law it may be sold only within its makers' own state.
cart-not-from = { $name } may not sell to your state; somebody who may will send it.
cart-empty = Your cart is empty.
cart-changed = Done: { $line }
cart-removed = Removed from the cart: { $name }.
cart-not-found = One of those things is not in the shop.
cart-not-here = { $thing }: that is not sold here.
cart-not-in = { $name } is not in your cart.
cart-none-of-it = That is not in your cart.
cart-swapped = Instead of { $old }: { $line }
cart-which-more = { $name }, { $qty } more: in which colour?
cart-which-less = { $name }, { $qty } less: of which colour?
cart-left-out = Fine, no { $name } then.
cart-as-it-was = Fine, it stays as it was.
cart-nothing-meant = Which thing do you mean? Please name it.
cart-nothing-back = Nothing was taken out that I could put back.

cart-ask-quantity = { $name }: how much?
cart-steps = { $name } is sold in steps of { $step }. How much?
cart-which = Which one do you mean?
cart-line-now = { $name }: { $qty } in your cart. How much should it be?
cart-edit-which = What would you like to change?
cart-choose = Choose

cart-order = Place the order
cart-more = See more goods
cart-edit = Change the cart
cart-drop = Remove it
cart-take-left = Take { $left }
cart-fewer = Order fewer

cart-clear = Empty the cart
cart-clear-sure = Shall I empty the whole cart?
cart-clear-yes = Yes, empty it
cart-clear-no = No, keep it
cart-cleared = Done.

cart-cannot = { $name } is not sold here yet. The office can tell you the price and the date.
cart-bulk = { $name }: from { $most } upwards the office gives the price and the date.
cart-ask-office = Ask the office

cart-anew = Let us start again. What would you like?
cart-anew-kept = Let us start again. Your cart is kept.
