# The shop's shelves, its cards, and what people ask about the shop.

browse-menu = Goods from prison workshops and women's groups of Himachal and Bihar. What would you like to see?
browse-all = What would you like to see?
browse-choose = Choose
browse-help = Orders and help
browse-shelf = { $name }: choose one.
browse-found = These fit. Which one?
browse-not-at-this-price = Nothing at that price just now. These are the nearest:
browse-which = Which thing do you mean?
browse-nothing-like-it = I did not find that here. Perhaps one of these?
browse-shop-empty = There is nothing on the shelves just now. The office will fill them.
browse-enquired = I have asked the office about { $name } ({ $ticket }). They write to you here, usually within two working days.
browse-booked = Your request for { $name } is noted ({ $ticket }). A person writes to you here about the day and the price.

card-name = { $name } · { $other }
card-terms = { $price } · { $ready }
card-maker = { $group } · { $place }
card-handloom-mark = Handloom Mark, certificate { $certificate }
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
card-price-unknown = the office tells the price
card-price-service = price by agreement
card-in-stock = { $qty } ready
card-made = made to order, by { $day }
card-off-season = comes for { $season }
card-sold-out = sold out for now
card-booked = comes when called
card-uncounted = the office says when
card-row = { $price }, { $group }
card-price-of = { $name }: { $price }
card-ready-of = { $name }: { $ready }
card-sum = { $qty }: { $sum }
card-about-maker = Made by { $group } · { $scheme }
card-add = Add to cart
card-have-made = Have it made
card-enquire = Ask for it
card-book = Call for this work
    .short = Call for this
card-more-like-this = More like this

about-welcome = Namaste! This is Haat, the shop of Himachal's and Bihar's prison workshops and women's groups.
    Tap, or write what you need.
about-hello = Namaste! What would you like to see?
about-todays-orders = Today's orders
about-help = What can I help with?
about-row-producers = Who makes it
about-row-money = Where the money goes
about-row-fair = Fairs and stalls
about-row-delivery = Delivery
about-producers = Prison workshops, women's self-help groups and workers make all of it. Choose one to see more.
about-money = In the workshops the money pays wages and runs the work; under Mukti a part goes to victims' families.
    In a self-help group it goes to its women. Exact shares are not published, so I do not name any.
about-fair = Fairs have been held at the Gaiety Theatre, Shimla. No date for the next one has been given to me yet.
    Everything can be ordered here meanwhile.
about-thanks = You are welcome. Write whenever you need something.
about-bye = Namaste. Your cart stays as it is.

language-change = Language
language-which = Which language shall we use?
language-now = Fine, in English from now on.
language-now-go-on = Fine, in English from now on. You can answer the last question.
