# Bina poochhe batayi jaane wali baatein.
notice-value = { $value }
notice-item = { $quantity } { $name }
notice-item-count = { $count } { $name }
notice-item-wish = { $item } ({ $wish })
notice-items = { $first }, { $rest }
notice-items-more = aur { $count } cheezein
notice-address = { $name }, { $line }, { $pincode }, phone { $phone }
notice-role = { $role ->
    [officer] prabhari adhikari
    [lead] samooh pramukh
    [deputy] sahayak
    [dispatcher] bhejne wale saathi
   *[office] daftar
}
notice-move = { $move ->
    [accept] poora order banega
    [offer_part] grahak se kuch hi banane ki baat poochhi hai
   *[decline] order nahi ban paayega
}
notice-carrier = { $carrier ->
    [bus] bus
    [hand] apne aadmi
    [transport] transport
   *[courier] courier
}

notice-new-order = Naya order { $number }: { $items }
    Chahiye: { $by } tak
notice-order-reminder = Order { $number } ko aapke jawab ka intezaar hai: { $items }
    Chahiye: { $by } tak
notice-order-answered = Order { $number } ka jawab aapke samooh se de diya gaya hai ({ $who }): { $answer }.
notice-order-to-send = Order { $number } pakka hai: { $items }
    { $by } tak taiyar karna hai. Yahan bhejna hai: { $address }
notice-order-packed = Order { $number } taiyar hai: { $items }
    Yahan bhejna hai: { $address }
notice-part-taken = Grahak maan gaye. Order { $number } mein ab banana hai: { $items }
    Chahiye: { $by } tak
notice-order-stopped = Order { $number } cancel ho gaya: { $items }
    Ise na banaiye. Jo ban gaya ho, use bikri ke liye rakh lijiye.

notice-order-accepted = { $group } ne aapka order { $number } le liya: { $items }
    { $by } tak taiyar hoga. Bhejte hi aapko yahin khabar milegi.
notice-part-offered = { $group } se order { $number } mein itna hi ban paayega: { $items }
    Iska daam { $goods } hoga. Banwa dein?
notice-order-declined = { $group } se order { $number } nahi ban paayega: { $items }
    Hamara daftar do din mein yahin batayega: doosri jagah se banega, ya aapko kuch nahi dena hoga.
notice-order-ready = Order { $number } taiyar hai: { $items }
    Bhejte hi aapko yahin khabar milegi.
notice-order-dispatched = Order { $number } bhej diya gaya hai 📦 { $items }
    { $carrier } se, number { $tracking }
notice-order-sent = Order { $number } bhej diya gaya hai 📦 { $items }
    Jab mil jaaye, yahan bata dijiye.
notice-order-delivered = Order { $number } pahuncha hua likha gaya hai: { $items }
    Agar aapko nahi mila, to humein bataiye.
notice-order-cancelled = Order { $number } cancel ho gaya hai: { $items }
    Koi sawaal ho to yahin likhiye.
notice-order-waiting = { $group } se order { $number } par abhi jawab nahi aaya: { $items }
    Hamara daftar ab unse poochh raha hai. Aap ruk sakte hain, ya bina kisi kharch ke cancel kar sakte hain.
notice-take-part = Haan, banwa dijiye
notice-refuse-part = Nahi, rehne dijiye
notice-received = Mil gaya
notice-cancel = Order cancel karein
notice-ask-again = Aur poochhna hai

notice-office-alert = { $number } · { $kind }
    { $words }
notice-office-answer = { $number } par daftar ka jawab:
    “{ $words }”
ticket-kind = { $kind ->
    [handover] insaan se baat karni hai
    [enquiry] poochhtaachh
    [complaint] shikayat
    [bulk] thok ka daam
    [booking] kaam ke liye bulaava
    [upi] UPI se denge, tareeka batana hai
    [payment] payment mein dikkat
    [no_contact] is samooh se abhi koi juda nahi hai
    [no_answer] samooh se jawab nahi aaya
    [declined] samooh nahi bana paayega
    [stock] saamaan ki ginti
    [price] daam badalna
    [new_product] naya saamaan
    [earnings] kamai ka sawaal
    [holiday] chhutti ke din
    [delay] der hogi
    [undo] baat wapas leni hai
    [register] hamare saath bechna hai
    [stop] ab sandesh na bhejein
    [delete_data] meri jaankari mitayein
    [show_data] meri jaankari dikhayein
    [correct_data] meri jaankari sudharein
    [consent] sahmati wapas li
    [rating] grahak ki raay
    [gift] kisi aur ke liye
   *[other] sawaal
}
received-thanks = Achha hua, order { $number } aapko mil gaya. Unse khareedne ke liye dhanyavaad.
received-not-right = Kuch theek nahi
received-not-yours = Yeh parcel aapke order mein nahi mila.
