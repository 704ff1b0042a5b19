goods-ask = { $what ->
    [name] Ek hi message mein bataiye: kya hai, ek mein kitna hai, daam aur kitne hain.
    Jaise: Amla candy 200 gram 60 rupaye 30 packet
    [price] { $name }: ek ka daam kitne rupaye hai?
    [stock] { $name } ({ $unit }): bechne ke liye aise kitne hain?
   *[hindi] { $name }: yeh naam Hindi mein kaise likhein?
}
goods-ask-shelf = { $name }: ise kiske saath rakhein?
goods-ask-unit = { $name }: kis hisaab se bechte hain?
goods-ask-days = { $name }: ek banane mein kitne din lagte hain? Ginti likhiye.
goods-to-order = Order par banate hain
goods-which-group = Yeh kis samuh ka hai?
goods-name = { $same ->
    [True] { $name }
   *[False] { $name } ({ $hindi })
}
goods-pack = Ek mein { $pack }
goods-price = Daam { $price } ({ $unit })
goods-stock = Bechne ke liye { $stock }
goods-made = Order par, { $days } din mein
goods-right = Sab sahi hai?
goods-send = Daftar ko bhejiye
goods-change = Kuch badalna hai
goods-drop = Rehne dijiye
goods-what-to-change = Kya badalna hai? Jaise: daam 70, ya: 25 packet, ya: naam Meetha amla
goods-dropped = Theek hai, rehne diya. Jab chahein phir bataiye.
goods-not-read = Isse nayi baat samajh nahi aayi.
goods-gives-away = Saman ke naam mein kisi vyakti ki baat nahi hoti. Uske bina likhiye.
goods-already = { $state ->
    [sent] Yeh daftar ke paas pahunch chuka hai.
    [live] Yeh dukan mein aa chuka hai.
   *[other] Yeh ab khula nahi hai.
}
goods-sent = { $name }: daftar ko bhej diya, number { $number }. Dukan mein aate hi aapko yahin batayenge.
goods-there-already = { $name } pehle se dukan mein hai. Kya karein?
goods-its-price = Daam { $price } karein
    .short = Daam { $price }
goods-its-count = Ab { $stock } hain
    .short = Ab { $stock }
goods-new = Yeh naya saman hai
producer-priced = Likh liya: { $name }, daam ab { $price } ({ $unit }). Grahakon ko ab yahi dikhega.
producer-price-sure = { $name } ka daam abhi { $old } hai. { $price } kar dein?
producer-price-yes = Haan, badliye
producer-above-mrp = { $name } par chhapa daam { $mrp } hai, usse zyada mein nahi bik sakta. Chhapa daam daftar badal sakta hai.
office-goods = Naya saman
office-goods-none = Koi naya saman baaki nahi hai.
office-goods-list = { $count ->
    [one] { $count } naya saman dekhna hai.
   *[other] { $count } naye saman dekhne hain.
}
office-goods-see = Dekhiye
office-goods-card = { $group } yeh bechna chahte hain. English naam: { $english } ({ $sku })
office-goods-publish = Dukan mein rakhein
office-goods-name = English naam
office-goods-refuse = Nahi rakhna
office-goods-ask-name = Iska English naam thode shabdon mein likhiye.
office-goods-live = { $name } ab dukan mein hai. Samuh ko bata diya hai.
notice-goods-proposed = { $group } se naya saman: { $name }. Ek baar dekh lijiye.
notice-goods-live = Achhi khabar: { $name } ab dukan mein hai. Grahak ise dekh sakte hain.
unit-ml = { $number } ml
