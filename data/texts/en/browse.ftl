# The shop's shelves, its cards, and what people ask about the shop.

browse-menu = Goods from prison workshops and women's groups of Himachal and Bihar. What would you like to see?
browse-all = What would you like to see?
browse-choose = Choose
browse-help = Orders and help
browse-shelf = { $name }: please choose.
browse-found = Here is what I found. Which one?
browse-kinds = { $name } comes in: { $kinds }.
browse-cheaper = Cheaper than { $name }:
browse-cheapest = { $name } is the cheapest of its kind here.
browse-not-at-this-price = Nothing at that price just now. These come closest:
browse-which = Which product do you mean?
browse-whose = Several groups make things there. Whose goods shall I show?
browse-nothing-like-it = I did not find that here. Perhaps one of these?
browse-shop-empty = There is nothing on the shelves just now. The office will fill them soon.
browse-enquired = I have asked the office about { $name } ({ $ticket }). They will answer here, usually within two working days.

card-name = { $name } · { $other }
card-terms = { $price } · { $ready }
card-maker = { $group } · { $place }
card-not-theirs = { $group } does not make { $name }. It is made here:
card-per = { $unit ->
    [piece] each
    [pair] a pair
    [kg] a kilo
    [gram] a gram
    [litre] a litre
    [packet] a packet
    [box] a box
    [bottle] a bottle
    [jar] a jar
    [metre] a metre
    [set] a set
    [pound] a pound
    [dozen] a dozen
   *[other] each
}
card-mark = { $mark ->
    [sample] { " " }(sample price)
    [old] { " " }(old price, to be confirmed)
   *[sure] { "" }
}
card-price = { $price } { card-per }{ card-mark }
card-price-unknown = price on request
card-price-service = price by agreement
card-in-stock = { $qty } ready
card-made = made to order, by { $day }
card-off-season = sold around { $season }
card-sold-out = sold out for now
card-booked = on booking
card-uncounted = date on request
card-row = { $price }, { $group }
card-price-of = { $name }: { $price }
card-ready-of = { $name }: { $ready }
card-sum = { $qty }: { $sum }
card-about-maker = Made by { $group } · { $scheme }
card-add = Add to cart
card-have-made = Have it made
card-enquire = Ask about it
card-book = Book this work
    .short = Book this work
card-more-like-this = More like this

about-welcome = Namaste! This is Haat, the shop of the prison workshops and women's groups of Himachal and Bihar.
    Tap a button, or write what you need.
about-hello = Namaste! What would you like to see?
about-todays-orders = Today's orders
about-help = What can I help with?
about-row-producers = Who makes it
about-row-money = Where the money goes
about-row-fair = Fairs and stalls
about-row-delivery = Delivery
about-producers = All of it is made by prison workshops, women's self-help groups and local workers. Whom shall I tell you about?
about-no-person = We tell nothing about any single person who makes the goods. We can tell you which workshop makes them.
about-money = In the workshops the money pays wages and keeps the work going; under Mukti a part also goes to victims' families.
    In a group it goes to its women. Who gets exactly how much is not published.
about-fair = Fairs have been held at the Gaiety Theatre, Shimla. The date of the next one is not known yet.
    Until then you can order everything here.
about-thanks = You are welcome. Write whenever you need something.
about-bye = Namaste. Your cart stays as it is.

language-change = Language
language-which = Which language would you like?
language-now = Fine, in English from now on.
language-now-go-on = Fine, in English from now on. Please answer the last question.
