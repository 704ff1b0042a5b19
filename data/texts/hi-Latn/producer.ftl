producer-accept = Bana denge
producer-part = Kuch hi
producer-decline = Nahi ho paayega
producer-ready = Taiyar hai
producer-dispatch = Bhej diya
producer-delivered = Pahunch gaya
producer-open-orders = Khule order
producer-choose-button = Order chuniye
producer-row = { $number } · { $state ->
    [placed] naya
    [part_offered] grahak se poochha
    [accepted] banana hai
   *[ready] taiyar
}
producer-row-hint = { $items }, { $by } tak
producer-which = Kis order ki baat hai?
producer-orders-open = { $count } order khule hain. Ek chuniye.
producer-card = Order { $number }: { $items }
    Chahiye: { $by } tak
producer-state = { $state ->
    [placed] Ise aapke jawab ka intezaar hai.
    [part_offered] Grahak se kuch hi banane ki baat poochhi hai. Jawab diya: { $who }.
    [accepted] Ise banana hai. Jawab diya: { $who }.
    [declined] Yeh nahi banega. Jawab diya: { $who }.
    [ready] Yeh bhejne ko taiyar hai.
    [dispatched] Yeh bhej diya gaya hai.
    [delivered] Yeh pahunch gaya hai.
   *[cancelled] Yeh cancel hai. Ise na banaiye.
}
producer-done = { $move ->
    [accept] Pakka: order { $number }, { $items }, { $by } tak taiyar. Grahak ko bata diya hai.
    [offer_part] Order { $number }: grahak se { $items } ki baat poochhi hai. Jawab yahin aayega.
    [decline] Likh liya: order { $number }, { $items }, nahi ban paayega. Grahak aur daftar ko bata diya hai.
    [mark_ready] Order { $number } taiyar hai. Grahak ko bata diya hai.
    [dispatch] Order { $number } bhej diya gaya. Grahak ko bata diya hai.
   *[deliver] Order { $number } pahunch gaya. Dhanyavaad!
}
producer-press = Order { $number }: { $items }, { $by } tak chahiye
    Kya yahi jawab hai? Ek baar daba dijiye.
producer-press-part = Order { $number }: grahak se { $item } ki baat poochhein?
producer-offer-it = Haan, poochhiye
producer-how-many = Order { $number } mein { $item } maange gaye hain
    Inmein se kitna ban paayega? Sankhya likhiye.
producer-all-of-it = Poora
producer-none-of-it = Bilkul nahi
producer-not-that-many = Order mein { $item } maange gaye hain. Kitna ban paayega? Isse kam sankhya likhiye.
producer-ask-tracking = Order { $number } kis parcel number se bheja? Yahan likhiye.
producer-no-tracking = Number nahi hai
producer-nothing-open = Abhi koi order khula nahi hai. Naya aate hi yahan dikhega.
producer-no-such-order = Aapke samooh ka order { $number } nahi mila. “Khule order” mein sab dikhte hain.
producer-not-yours = Yeh order aapke samooh ka nahi hai.
producer-not-your-part = Yeh kaam aapki bhoomika ({ $who }) ka nahi hai. Samooh ke doosre saathi ya daftar kar sakte hain.
producer-not-joined = Order ka jawab samooh ke apne log dete hain. Judne ka code ho to yahan likhiye; code hamara daftar deta hai.
producer-counted = Likh liya: { $name }, bechne ke liye { $free }.
producer-recount = Wapas lijiye
producer-office-will = { $number } mein likh liya. Hamara daftar yeh karke aapko yahin batayega.
producer-register = Dhanyavaad, { $number } mein likh liya. Judne ke baare mein hamara daftar aapko yahin likhega.

joining-done = Ab aap { $group } ki or se jawab denge. Aapki bhoomika: { $who }.
    Nayi baat apne aap yahan aayegi.
joining-not-valid = Yeh code nahi chala: shayad kaam mein aa chuka hai ya purana hai. Naya code daftar dega.
joining-too-many = Aaj kai code nahi chale. Daftar se poochhiye, ya kal phir likhiye.
joining-buy = Kuch khareedna hai
joining-answer = Samooh ke order
joining-now-buying = Ab aap khareed sakte hain. Kya dekhna chahenge?
