producer-accept = Bana denge
producer-part = Kuch hi
producer-decline = Nahi ho payega
producer-ready = Taiyar hai
producer-dispatch = Bhej diya
producer-delivered = Pahunch gaya
producer-open-orders = Chal rahe order
producer-choose-button = Order chuniye
producer-row = { $number } · { $state ->
    [placed] naya
    [part_offered] grahak se puchha
    [accepted] banana hai
   *[ready] taiyar
}
producer-row-hint = { $items }, { $by } tak
producer-which = Kis order ki baat hai?
producer-orders-open = { $count ->
    [one] { $count } order chal raha hai.
   *[other] { $count } order chal rahe hain. Ek chuniye.
}
producer-card = Order { $number }: { $items }
    Chahiye: { $by } tak
producer-state = { $state ->
    [placed] Ise aapke jawab ka intezar hai.
    [part_offered] Grahak se kam banane ki baat puchhi hai. Jawab diya: { $who }.
    [accepted] Ise banana hai. Jawab diya: { $who }.
    [declined] Ye nahi banega. Jawab diya: { $who }.
    [ready] Ye bhejne ko taiyar hai.
    [dispatched] Ye bhej diya gaya hai.
    [delivered] Ye pahunch gaya hai.
    [expired] Samay par jawab nahi aaya. Ise na banaiye.
    [return_asked] Yah pahunch gaya hai; grahak lautana chahte hain.
    [return_agreed] Yah pahunch gaya tha, ab aapke paas lautega.
    [returned] Yah aapke paas laut aaya hai.
   *[cancelled] Ye cancel hai. Ise na banaiye.
}
producer-done = { $move ->
    [accept] Pakka: order { $number }, { $items }, { $by } tak taiyar. Grahak ko bata diya hai.
    [offer_part] Order { $number }: grahak se { $items } ki baat puchhi hai. Jawab yahin aayega.
    [decline] Likh liya: order { $number }, { $items }, nahi ban payega. Grahak ko abhi bata rahe hain.
    [mark_ready] Order { $number } taiyar hai. Grahak ko bata diya hai.
    [dispatch] Order { $number } bhej diya gaya. Grahak ko bata diya hai.
   *[deliver] Order { $number } pahunch gaya. Dhanyavad!
}
producer-press = Order { $number }: { $items }, { $by } tak chahiye
    Kya yahi jawab hai? Ek baar button daba dijiye.
producer-press-part = Order { $number }: grahak se { $item } ki baat puchhein?
producer-offer-it = Haan, puchhiye
producer-how-many = Order { $number } mein { $item } chahiye.
    Ismein se kitna ban payega? Ginti likhiye.
producer-all-of-it = Poora
producer-none-of-it = Bilkul nahi
producer-not-that-many = Is order mein { $item } chahiye. Kitna ban payega? Isse kam ginti likhiye.
producer-ask-tracking = Order { $number } ka parcel number kya hai? Yahan likhiye.
producer-no-tracking = Number nahi hai
producer-nothing-open = Abhi koi order baaki nahi hai. Naya aate hi yahan dikhega.
producer-no-such-order = Order { $number } aapke yahan nahi mila. “Chal rahe order” mein sab dikhte hain.
producer-not-yours = Ye order aapke yahan ka nahi hai.
producer-not-your-part = Ye kaam { $who } ke hisse ka nahi hai. Aapke yahan ke dusre saathi ya daftar kar sakte hain.
producer-not-joined = Order ka jawab samuh ke apne log dete hain. Judne ka code ho to yahan likhiye; code hamara daftar deta hai.
producer-counted = Likh liya: { $name }, bechne ke liye { $free }.
producer-recount = Wapas lijiye
producer-office-will = Likh liya, number { $number }. Daftar ye karke aapko yahin batayega.
producer-register = Dhanyavad, likh liya, number { $number }. Judne ke baare mein daftar aapko yahin likhega.

joining-done = Ab aap { $group } ki or se jawab denge. Aapka kaam: { $who }.
    Naya order apne aap yahan aayega.
joining-link-text = Mera judne ka code: { $code }
joining-not-valid = Ye code nahi chala: shayad kaam mein aa chuka hai ya purana hai. Naya code daftar dega.
joining-too-many = Aaj kai code nahi chale. Daftar se puchhiye, ya kal phir likhiye.
joining-buy = Kuch kharidna hai
joining-answer = Hamare order
joining-now-buying = Ab aap kharid sakte hain. Kya dikhayein?
