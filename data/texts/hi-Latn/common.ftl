# Har jagah kaam aane wale chhote shabd.
more = Aur dekhein
menu = Menu
back = Peeche
yes = Haan
no = Nahi
cancel = Rehne dijiye
something-else = Kuch aur
talk-to-person = Insaan se baat kijiye
    .short = Insaan se baat
open-cart = Meri tokri
open-orders = Mere order
see-goods = Saman dekhein

unit-piece = { $number } piece
unit-pair = { $number } jodi
unit-kg = { $number } kilo
unit-kg-250 = paav kilo
unit-kg-500 = aadha kilo
unit-kg-750 = paun kilo
unit-kg-1500 = dedh kilo
unit-gram = { $number } gram
unit-litre = { $number } litre
unit-packet = { $number } packet
unit-box = { $n ->
    [one] { $number } dibba
   *[other] { $number } dibbe
}
unit-bottle = { $number } bottle
unit-jar = { $number } jar
unit-metre = { $number } meter
unit-set = { $number } set
unit-pound = { $number } pound
unit-dozen = { $number } darjan
unit-visit = { $number } baar

unsure = Kya aap ye puchh rahe hain?
unsure-none = Ye baat samajh nahi aayi. Dusre shabdon mein likhiye, ya yahan se chuniye.
unsure-menu = Ab bhi baat samajh nahi aayi. Yahan se chun lijiye.
unsure-person = Daftar ke ek saathi aapki baat padhkar yahin jawab denge. Iska number { $ticket } hai.
    Tab tak yahan baaki sab chalta rahega.
empty-message = Message khali aaya. Kya dikhayein?
too-long = Message lamba tha, shuru ka hissa hi padha hai.
nlu-away = Abhi likhi hui baat theek se samajh nahi aa rahi, par button aur number chal rahe hain. Aapka message rakh liya hai.
out-of-scope = Yahan bas dukan ki baatein ho pati hain: saman, order aur delivery.
fine = Theek hai. Jab chahiye ho, likh dijiye.
please-kind = Aaram se baat karte hain. Dukan mein kya madad karoon?
wait = Theek hai, aaram se.
slow-down = Message bahut jaldi-jaldi aa rahe hain. Ek minute rukiye, kuch khoyega nahi.
heard-voice = Awaaz wala message abhi samajh nahi aata. Likhkar bataiye, ya yahan se chuniye.
heard-picture = Photo abhi samajh nahi aati. Saman ka naam likhiye, ya yahan se chuniye.
heard-edited = Pehle wala message hi padha hai. Kuch badalna ho to naya likhiye.
heard-unknown = Aisa message yahan nahi khulta. Likhkar bataiye, ya yahan se chuniye.
heard-location = Jagah mil gayi. Ghar ya gaon ka naam aur PIN code bhi likh dijiye.
old-button = Ye button purani baatcheet ka hai. Yahan se chuniye.
trouble = Hamari taraf se kuch gadbad hui, par aapka message rakh liya hai. Ek baar phir bhejiye, ya yahan se chuniye.

task-browse_catalogue = Saman dekhna hai
task-browse_category = Saman dekhna hai
task-search_product = Saman dhundhna hai
task-product_detail = Saman ke baare mein
task-ask_price = Daam puchhna hai
task-ask_availability = Mil raha hai ya nahi
task-add_to_cart = Tokri mein daalna
task-change_quantity = Kam-zyada karna hai
task-remove_item = Tokri se hatana hai
task-view_cart = Tokri dekhni hai
task-clear_cart = Tokri khali karni
task-checkout = Order karna hai
task-order_status = Mera order kahan hai
task-cancel_order = Order cancel karna
task-complaint_return_refund = Shikayat ya wapsi
task-payment_problem = Payment ki dikkat
task-delivery_info = Delivery ki baat
task-bulk_order = Zyada maal chahiye
task-book_service = Karigar bulana hai
task-about_producers = Kaun banata hai
task-about_money = Paisa kahan jata hai
task-exhibition_info = Stall ke baare mein
task-switch_language = Bhasha badalni hai
task-talk_to_human = Insaan se baat
task-start_again = Phir se shuru

link-row = Dono app jodein
link-code = Apne dusre app se 15 minute ke andar Haat ko ye likh bhejiye:
    { $code }
link-done = Ho gaya. Ab dono app mein aapki ek hi tokri aur ek hi order list hai.
link-not-valid = Ye code ab nahi chalta. Naya code doon?
