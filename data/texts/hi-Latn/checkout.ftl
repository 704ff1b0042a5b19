# Order, ek baar mein ek sawal.
checkout-ask-name = Kiske naam bhejein? Naam likh dijiye.
checkout-ask-address = Kahan bhejein? Makaan ya gaon, dakghar aur shehar likhiye.
checkout-ask-pincode = Aur PIN code? 6 ank ka.
checkout-ask-district = { $pincode } ek se zyada zilon mein aata hai. Aapka zila kaun sa hai?
checkout-ask-phone = Saman pahunchane wale kis number par phone karein?
checkout-ask-payment = Paise kaise denge?
checkout-ask-saved = Yahin bhejein?
checkout-saved-line = { $name }, { $line } { $pincode }
checkout-saved = Haan, { $pincode } par
checkout-new-address = Dusra pata
checkout-cod = Ghar par cash
checkout-upi = UPI
checkout-heard = { $first } · { $rest }
checkout-noted = Likh liya.

checkout-pincode-unknown = PIN code { $pincode } daak ki list mein nahi mila. Ek baar phir dekhkar likhiye.
checkout-pincode-differs = PIN code { $pincode } { $district } zile ka hai, par pate mein { $place } likha hai.
checkout-ask-pincode-again = { $pincode } hi likhoon? Nahi to sahi PIN code likh dijiye.
checkout-keep-pincode = Haan, { $pincode }
checkout-phone-odd = Ismein phone number nahi mila. 10 ank ka number likhiye.
checkout-name-odd = Bas naam likh dijiye.
checkout-contact-odd = Ye number kahin nahi likha hai, abhi iski zaroorat nahi thi.
checkout-payment-only = Paise do tarah se de sakte hain: ghar par cash ya UPI.
checkout-payments = Paise saman milne par cash dijiye, ya UPI se.
checkout-short = { $name }, abhi taiyar: bas { $left }.
checkout-gone = { $name } abhi khatam hai.
checkout-say-yes = Yahi order karoon? Haan dabaiye, ya bataiye kya badalna hai.
checkout-again = Kul { $total }, { $date } tak.
checkout-changed = Is beech kuch badal gaya hai. Ab aisa hai:

checkout-head = Ek baar dekh lijiye, phir haan kahiye:
checkout-line = { $qty } { $name } × { $price } = { $sum }
checkout-things = { $n ->
    [one] { $n } cheez, upar likhi hai
   *[other] { $n } cheezein, upar likhi hain
}
checkout-free = Bhejne ka kharch: abhi kuch nahi
checkout-total = Kul { $total }, sab milakar
checkout-total-tax = { $mark ->
    [sample] Kul { $total }, ismein GST { $tax } (namoona)
   *[sure] Kul { $total }, ismein GST { $tax }
}
checkout-seller = Bechne wale { $name }: { $date } tak
checkout-sold-by = Bechne wale { $seller } ({ $name }): { $date } tak
checkout-to = Pata: { $name }, { $line } { $pincode }
checkout-phone = Phone { $phone } · { $payment }
checkout-terms = Bharat mein bana. Bheje jane tak cancel karna muft hai; toota ya galat nikle to yahin likhiye.
checkout-yes = Haan, order kijiye
checkout-change = Kuch badalna hai
checkout-left = Theek hai, koi order nahi hua. Tokri rakhi hui hai.

checkout-change-what = Kya badalna hai?
checkout-change-name = Naam
checkout-change-address = Pata
checkout-change-phone = Phone
checkout-change-payment = Payment

checkout-placed = Order { $number } ho gaya. Kul { $total }.
checkout-told = { $name } ka jawab yahin aayega, aam taur par { $hours } ghante mein.
checkout-told-all = { $count } jagah se jawab yahin aayenge, aam taur par { $hours } ghante mein.
checkout-upi-later = Abhi kuch nahi dena hai. UPI se kaise dena hai, daftar yahin likhega; kisi aur ko paise mat dijiye.
checkout-upi-after = Abhi kuch nahi dena hai. Order pakka hote hi paise dene ka link yahin aayega; kisi aur ko paise mat dijiye.
