# Dukan ka saman, har cheez ka card, aur dukan ke baare mein sawal.

browse-menu = Himachal aur Bihar ki jail workshop aur mahila samuhon ka saman. Kya dikhayein?
browse-all = Kya dikhayein?
browse-choose = Chuniye
browse-help = Order aur madad
browse-shelf = { $name }: inmein se chuniye.
browse-found = Ye cheezein mili. Kaun si chahiye?
browse-kinds = { $name } inmein milta hai: { $kinds }.
browse-cheaper = { $name } se kam daam mein:
browse-cheapest = Is tarah ke saman mein { $name } ka daam sabse kam hai.
browse-not-at-this-price = Is daam mein abhi kuch nahi hai. Iske aas-paas ye cheezein hain:
browse-which = Kis cheez ke baare mein?
browse-whose = Wahan kai samuh saman banate hain. Kiska dikhaun?
browse-nothing-like-it = Ye yahan nahi mila. Shayad inmein se kuch pasand aaye?
browse-shop-empty = Abhi yahan saman nahi laga hai. Daftar jaldi lagayega.
browse-enquired = { $name } ke baare mein daftar se puchh liya hai ({ $ticket }). Jawab yahin aayega, aam taur par do kaamkaaji din mein.

card-name = { $name } · { $other }
card-terms = { $price } · { $ready }
card-maker = { $group } · { $place }
card-not-theirs = { $group } mein { $name } nahi banta. Yahan banta hai:
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
card-off-season = { $season } ke dinon mein milta hai
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
card-enquire = Iske liye puchhein
card-book = Is kaam ke liye bulaiye
    .short = Kaam ke liye bulaiye
card-more-like-this = Aise aur dikhaiye

about-welcome = Namaste! Ye Haat hai: Himachal aur Bihar ki jail workshop aur mahila samuhon ki dukan.
    Button dabaiye, ya jo chahiye wo likhiye.
about-hello = Namaste! Kya dikhayein?
about-todays-orders = Aaj ke order
about-help = Kis baat mein madad karoon?
about-row-producers = Kaun banata hai
about-row-money = Paisa kahan jata hai
about-row-fair = Mele aur stall
about-row-delivery = Delivery
about-producers = Ye sab jail workshop, mahilaon ke samuh aur karigar banate hain. Kiske baare mein batayein?
about-no-person = Banane wale kisi vyakti ka naam ya pehchan nahi batayi jati. Kaun si karyashala banati hai, ye bata sakte hain.
about-money = Workshop ka paisa mazdoori aur kaam chalane mein lagta hai; Mukti mein ek bhaag peedit parivaron ko bhi jata hai.
    Samuh ka paisa uski mahilaon ko milta hai. Kise theek kitna, ye kahin chhapa nahi hai.
about-fair = Mele Gaiety Theatre, Shimla mein lagte rahe hain. Agle mele ki tarikh abhi pata nahi hai.
    Tab tak sab kuch yahin se mangwaiye.
about-thanks = Aapka bhi dhanyavad. Jab kuch chahiye ho, likh dijiye.
about-bye = Namaste. Aapki tokri rakhi rahegi.

language-change = Bhasha badlein
language-which = Kis bhasha mein baat karein?
language-now = Theek hai, ab isi tarah likhenge.
language-now-go-on = Theek hai, ab isi tarah likhenge. Pichhle sawal ka jawab dijiye.
