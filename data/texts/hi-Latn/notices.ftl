# Bina puchhe batayi jane wali baatein.
notice-value = { $value }
notice-item = { $quantity } { $name }
notice-item-count = { $count } { $name }
notice-item-wish = { $item } ({ $wish })
notice-items = { $first }, { $rest }
notice-items-more = { $count ->
    [one] aur { $count } cheez
   *[other] aur { $count } cheezein
}
notice-address = { $name }, { $line }, { $pincode }, phone { $phone }
notice-role = { $role ->
    [officer] prabhari adhikari
    [lead] samuh pradhan
    [deputy] sahayak
    [dispatcher] bhejne wale saathi
    [member] sadasya
    [stall] stall ke saathi
    [district] zila adhikari
    [admin] mukhya daftar
    [grievance] shikayat adhikari
   *[office] daftar
}
notice-move = { $move ->
    [accept] poora order banega
    [offer_part] grahak se kam banane ki baat puchhi hai
   *[decline] order nahi ban payega
}
notice-carrier = { $carrier ->
    [bus] bus
    [hand] apne aadmi
    [transport] transport
   *[courier] courier
}

notice-new-order = Naya order { $number }: { $items }
    Chahiye: { $by } tak
notice-order-reminder = Order { $number } ko aapke jawab ka intezar hai: { $items }
    Chahiye: { $by } tak
notice-order-answered = Order { $number } ka jawab { $who } ne de diya hai: { $answer }.
notice-order-to-send = Order { $number } pakka hai: { $items }
    { $by } tak taiyar karna hai. Yahan bhejna hai: { $address }
notice-order-packed = Order { $number } taiyar hai: { $items }
    Yahan bhejna hai: { $address }
notice-part-taken = Grahak maan gaye. Order { $number } mein ab banana hai: { $items }
    Chahiye: { $by } tak
notice-part-unanswered = Order { $number }: grahak ne abhi nahi bataya ki { $items } chalega ya nahi.
    Hamara daftar ab unse puchh raha hai. Tab tak na banaiye.
notice-order-stopped = Order { $number } cancel ho gaya: { $items }
    Ise na banaiye. Jo ban gaya ho, use bikri ke liye rakh lijiye.
notice-order-passed-over = Order { $number } ab dusri jagah banega: { $items }
    Samay par jawab nahi aaya tha. Ise na banaiye.
notice-order-late = Order { $number } { $by } tak chahiye tha: { $items }
    Kahan tak pahuncha, ek button dabakar bata dijiye.
notice-return-work = Order { $number }, { $items }:
    { $what } Daftar aapse baat karega.
notice-return-work-move = { $move ->
    [ask_return] grahak ise lautana chahte hain.
    [agree_return] wapasi manzoor hai, yah aapke paas lautega.
    [close_return] grahak ise rakh rahe hain, wapasi ki baat khatm hui.
   *[receive_return] yah laut aaya hai. Dekhkar phir se gin lijiye.
}

notice-order-accepted = { $group } ne aapka order { $number } le liya: { $items }
    { $by } tak taiyar hoga. Bhejte hi aapko yahin khabar milegi.
notice-part-offered = { $group } se order { $number } mein itna hi ban payega: { $items }
    Iska daam { $goods } hoga. Banwa dein?
notice-part-reminder = Order { $number } ko aapke jawab ka intezar hai. Itna ban sakta hai: { $items }
    Iska daam { $goods } hoga. Banwa dein?
notice-order-declined = { $group } se order { $number } nahi ban payega: { $items }
    Hamara daftar do din mein yahin batayega: dusri jagah se banega, ya aapko kuch nahi dena hoga.
notice-order-ready = Order { $number } taiyar hai: { $items }
    Bhejte hi aapko yahin khabar milegi.
notice-order-dispatched = Order { $number } bhej diya gaya hai 📦 { $items }
    { $carrier } se, number { $tracking }
notice-order-sent = Order { $number } bhej diya gaya hai 📦 { $items }
    Jab mil jaye, yahan bata dijiye.
notice-order-delivered = Khabar mili hai ki order { $number } pahunch gaya: { $items }
    Agar aapko nahi mila, to yahin bataiye.
notice-order-cancelled = Order { $number } cancel ho gaya hai: { $items }
    Koi sawal ho to yahin likhiye.
notice-order-waiting = { $group } se order { $number } par abhi jawab nahi aaya: { $items }
    Hamara daftar ab unse puchh raha hai. Chahein to rukiye, ya bina kisi kharch ke cancel kar dijiye.
notice-part-settled = Daftar se tay hua, order { $number }: { $items }, { $by } tak
    { $what }
notice-settled = { $move ->
    [take_part] Itna hi banega.
    [split] Baaki dusri jagah se banega.
   *[wait] Poora order tab tak banane ko kaha hai.
}
notice-other-offered = { $group } se order { $number } nahi ban payega: { $items }
    { $other } se ban jayega: daam wahi, { $by } tak. Bill wahin ka hoga. Banwa dein?
notice-order-rerouted = { $group } se order { $number } nahi ho paya: { $items }
    Ab { $other } se puchha hai: daam wahi, { $by } tak. Chahein to ab bhi muft mein cancel kar sakte hain.
notice-order-ended = Order { $number } nahi banega: { $items }
    { $why } Iska kuch nahi dena hai; jo de chuke hain, wah wapas milega.
notice-ended = { $move ->
    [refuse] Maaf kijiye, abhi koi ise nahi bana payega.
   *[expire] Samay par jawab nahi aaya.
}
notice-order-delayed = Order { $number } mein der ho gayi hai: { $items }
    { $by } tak aana tha, daftar ab { $group } se puchh raha hai. Chahein to rukiye, ya muft mein cancel kar dijiye.
notice-return-moved = Order { $number }, { $items }:
    { $what } Koi sawal ho to yahin likhiye.
notice-return = { $move ->
    [ask_return] wapasi ki baat likh li hai, jawab yahin aayega.
    [agree_return] wapasi manzoor hai; kaise bhejna hai, daftar yahin batayega.
    [close_return] wapasi ki baat khatm hui, saman aapke paas rahega.
    [receive_return] saman wapas pahunch gaya hai.
   *[come_back] parcel aap tak pahunche bina laut aaya.
}
notice-other-ways = Aur kya ho sakta hai
notice-other-yes = Haan, wahan se
notice-other-no = Nahi, cancel kijiye
notice-take-part = Haan, banwa dijiye
notice-refuse-part = Nahi, rehne dijiye
notice-received = Mil gaya
notice-cancel = Order cancel karein
notice-ask-again = Aur puchhna hai

notice-office-alert = { $number } · { $kind }
    { $words }
notice-office-answer = { $number } par daftar ka jawab:
    “{ $words }”
ticket-kind = { $kind ->
    [handover] kisi se baat karni hai
    [enquiry] puchhtachh
    [complaint] shikayat
    [delivery] bhejne ka kharch
    [bulk] thok ka daam
    [booking] kaam ke liye bulawa
    [upi] UPI se denge, tarika batana hai
    [payment] payment mein dikkat
    [money] bhugtan dekhna hai
    [no_contact] is samuh se abhi koi juda nahi hai
    [no_answer] samuh se jawab nahi aaya
    [declined] samuh nahi bana payega
    [part] kam banane par grahak ka jawab nahi aaya
    [late] din nikal gaya, order nahi bheja
    [stock] saman ki ginti
    [price] daam badalna
    [new_product] naya saman
    [earnings] kamai ka sawal
    [holiday] chhutti ke din
    [delay] der hogi
    [undo] baat wapas leni hai
    [register] hamare saath bechna hai
    [stop] ab message na bhejein
    [delete_data] meri jaankari mitayein
    [show_data] meri jaankari dikhayein
    [correct_data] meri jaankari sudharein
    [consent] sahmati wapas li
    [rating] grahak ki raay
    [gift] kisi aur ke liye
    [contact] saathi ki pehchan naye code se karni hai
   *[other] sawal
}
received-thanks = Achha hua, order { $number } aapko mil gaya. Kharidne ke liye dhanyavad.
received-not-right = Kuch theek nahi
received-not-yours = Ye parcel aapke order mein nahi mila.
