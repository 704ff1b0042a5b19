goods-ask = { $what ->
    [name] Tell me in one message: what it is, how much one holds, its price and how many you have.
    For example: Amla candy 200 gram 60 rupees 30 packets
    [price] { $name }: what is the price of one in rupees?
    [stock] { $name } ({ $unit }): how many of these do you have to sell?
   *[hindi] { $name }: how is the name written in Hindi?
}
goods-ask-shelf = { $name }: which shelf does it belong on?
goods-ask-unit = { $name }: what do you sell it in?
goods-ask-days = { $name }: how many days does it take to make one? Write the number.
goods-to-order = Made to order
goods-which-group = Which group makes it?
goods-name = { $same ->
    [True] { $name }
   *[False] { $name } ({ $hindi })
}
goods-pack = One holds { $pack }
goods-price = { $price } for { $unit }
goods-stock = { $stock } to sell
goods-made = Made to order, { $days } { $days ->
    [one] day
   *[other] days
}
goods-right = Is this right?
goods-send = Send to the office
goods-change = Change something
goods-drop = Leave it
goods-what-to-change = What is different? For example: price 70, or: 25 packets, or: name Sweet amla
goods-dropped = Left. You can tell it again at any time.
goods-not-read = I could not read anything new from that.
goods-gives-away = The name of a product never tells of a person. Please write it without that.
goods-already = { $state ->
    [sent] This is already with the office.
    [live] This is already in the shop.
   *[other] This is no longer open.
}
goods-sent = { $name }: sent to the office, number { $number }. When it is in the shop you will hear it here.
goods-there-already = { $name } is in the shop already. What shall I do?
goods-its-price = Price { $price }
    .short = Price { $price }
goods-its-count = Now { $stock }
    .short = Now { $stock }
goods-new = It is something new
producer-priced = Noted: { $name } is now { $price } for { $unit }. Buyers see it from now on.
producer-price-sure = { $name } costs { $old } now. Make it { $price }?
producer-price-yes = Yes, change it
producer-above-mrp = { $name } carries a printed price of { $mrp }. It cannot sell for more; the office can change that price.
office-goods = New goods
office-goods-none = No new goods wait.
office-goods-list = { $count ->
    [one] One new product waits.
   *[other] { $count } new products wait.
}
office-goods-see = Look
office-goods-card = { $group } would like to sell this. English name: { $english } ({ $sku })
office-goods-publish = Put in the shop
office-goods-name = English name
office-goods-refuse = Not in the shop
office-goods-ask-name = Write its English name in a few words.
office-goods-live = { $name } is in the shop now. The group has been told.
notice-goods-proposed = New goods from { $group }: { $name }. Please look at them.
notice-goods-live = Good news: { $name } is in the shop now. Buyers can find it.
unit-ml = { $number } ml
