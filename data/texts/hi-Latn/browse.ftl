# Dukan ka saamaan, har cheez ka card, aur dukan ke baare mein sawal.

browse-menu = Himachal aur Bihar ki jail workshop aur mahila samuhon ka saamaan. Kya dekhna chahenge?
browse-all = Kya dekhna chahenge?
browse-choose = Chuniye
browse-help = Order aur madad
browse-shelf = { $name }: inmein se chuniye.
browse-found = Yeh mili. Kaun si chahiye?
browse-not-at-this-price = Is daam mein abhi nahi hai. Milti-julti yeh hain:
browse-which = Kis cheez ke baare mein?
browse-nothing-like-it = Yeh yahan nahi mila. Inmein se kuch dekhenge?
browse-shop-empty = Abhi yahan saamaan nahi laga hai. Daftar jaldi lagayega.
browse-enquired = { $name } ke baare mein daftar se poochh liya hai ({ $ticket }). Jawab yahin aayega, aam taur par do kaamkaaji din mein.
browse-booked = { $name } ke liye aapki baat likh li hai ({ $ticket }). Din aur daam ke liye aapko yahin likha jayega.

card-name = { $name } · { $other }
card-terms = { $price } · { $ready }
card-maker = { $group } · { $place }
card-handloom-mark = Handloom Mark, certificate { $certificate }
card-per = { $unit ->
    [piece] per piece
    [pair] per jodi
    [kg] per kilo
    [gram] per gram
    [litre] per litre
    [packet] per packet
    [box] per dibba
    [bottle] per bottle
    [jar] per jar
    [metre] per metre
    [set] per set
    [pound] per pound
    [dozen] per darjan
   *[other] per piece
}
card-mark = { $mark ->
    [sample] { " " }(namoona daam)
    [old] { " " }(purana daam, pakka karna hai)
   *[sure] { "" }
}
card-price = { $price } { card-per }{ card-mark }
card-price-unknown = daam daftar batayega
card-price-service = daam baat karke
card-in-stock = { $qty } taiyar
card-made = order par banta hai, { $day } tak
card-off-season = { $season } par milta hai
card-sold-out = abhi khatam hai
card-booked = bulane par aate hain
card-uncounted = kab milega, daftar batayega
card-row = { $price }, { $group }
card-price-of = { $name }: { $price }
card-ready-of = { $name }: { $ready }
card-sum = { $qty }: { $sum }
card-about-maker = Banane wale: { $group } · { $scheme }
card-add = Tokri mein daalein
card-have-made = Banwaiye
card-enquire = Iske liye poochhein
card-book = Kaam ke liye bulayein
    .short = Bulaiye
card-more-like-this = Aise aur dikhaiye

about-welcome = Namaste! Yeh Haat hai: Himachal aur Bihar ki jail workshop aur mahila samuhon ki dukan.
    Button dabaiye, ya jo chahiye woh likhiye.
about-hello = Namaste! Kya dekhna chahenge?
about-todays-orders = Aaj ke order
about-help = Kis baat mein madad karun?
about-row-producers = Kaun banata hai
about-row-money = Paisa kahan jata hai
about-row-fair = Mele aur stall
about-row-delivery = Delivery
about-producers = Yeh sab jail workshop, mahilaon ke samuh aur karigar banate hain. Kiske baare mein dekhenge?
about-money = Workshop ka paisa mazdoori aur kaam chalane mein lagta hai; Mukti mein ek bhaag peedit parivaron ko bhi jata hai.
    Samuh ka paisa uski mahilaon ko milta hai. Theek hisse chhape nahi hain, isliye koi aankda nahi batata.
about-fair = Mele Gaiety Theatre, Shimla mein lagte rahe hain. Agle mele ki tareekh abhi mere paas nahi aayi hai.
    Tab tak sab kuch yahin se manga sakte hain.
about-thanks = Aapka swagat hai. Jab kuch chahiye ho, likh dijiye.
about-bye = Namaste. Aapki tokri waisi hi rahegi.

language-change = Bhasha badlein
language-which = Kis bhasha mein baat karein?
language-now = Theek hai, ab isi tarah likhenge.
language-now-go-on = Theek hai, ab isi tarah likhenge. Pichhle sawal ka jawab de sakte hain.
